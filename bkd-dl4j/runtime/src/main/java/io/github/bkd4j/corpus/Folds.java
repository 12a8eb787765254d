package io.github.bkd4j.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A corpus dealt into folds, for cross-validation: the classes one after the other, each shuffled, like cards. So the
 * folds have every class, and all classes together, to within one instance; of a class with fewer instances than there
 * are folds each instance lies in some fold all the same.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public final class Folds<X> {

    private final Corpus<X> corpus;
    private final int[] foldOf; // [instances]

    private Folds(Corpus<X> corpus, int[] foldOf) {
        this.corpus = corpus;
        this.foldOf = foldOf;
    }

    /**
     * Deals a corpus.
     *
     * @param <X> what is classified
     * @param corpus at least as many instances as folds
     * @param folds at least 2
     * @param seed of the shuffling
     * @return the folds
     * @throws IllegalArgumentException if the number of folds is out of range
     */
    public static <X> Folds<X> deal(Corpus<X> corpus, int folds, long seed) {
        if (folds < 2 || folds > corpus.size()) {
            throw new IllegalArgumentException(
                    "folds must be >= 2 and at most the training instances, " + corpus.size() + ", but were " + folds);
        }
        List<Integer> cards =
                new ArrayList<>(IntStream.range(0, corpus.size()).boxed().toList());
        Collections.shuffle(cards, new Random(seed));
        cards.sort(Comparator.comparingInt(corpus::classOf)); // stable: shuffled within a class
        int[] foldOf = new int[corpus.size()];
        for (int i = 0; i < foldOf.length; i++) {
            foldOf[cards.get(i)] = i % folds;
        }
        return new Folds<>(corpus, foldOf);
    }

    /**
     * Refuses folds of which one cannot be left out: whoever learns from the others would see one class alone.
     *
     * @return these folds
     * @throws CorpusException if the instances outside of a fold are of one class
     */
    public Folds<X> requireTwoClassesOutside() {
        for (int fold : IntStream.of(foldOf).distinct().toArray()) {
            int[] classes = IntStream.range(0, foldOf.length)
                    .filter(row -> foldOf[row] != fold)
                    .map(corpus::classOf)
                    .distinct()
                    .toArray();
            if (classes.length < 2) {
                throw new CorpusException("training must have at least 2 classes of 2 instances or more to be dealt "
                        + "into folds, but outside of one there is only '"
                        + corpus.labels().get(classes[0]) + "'");
            }
        }
        return this;
    }

    /**
     * The rows of a fold.
     *
     * @param fold from 0
     * @return positions in the corpus, in its order
     */
    public int[] rows(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] == fold)
                .toArray();
    }

    /**
     * What lies in a fold.
     *
     * @param fold from 0
     * @return its instances, with all labels of the corpus
     */
    public Corpus<X> inside(int fold) {
        return corpus.rows(rows(fold));
    }

    /**
     * What lies in the other folds: what is learned from while the fold is kept aside.
     *
     * @param fold from 0
     * @return their instances, with the labels that occur among them: a class that lies in the fold alone is none
     */
    public Corpus<X> outside(int fold) {
        return Corpus.of(IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] != fold)
                .mapToObj(row -> new Labeled<>(
                        corpus.instances().get(row), corpus.labels().get(corpus.classOf(row))))
                .toList());
    }
}
