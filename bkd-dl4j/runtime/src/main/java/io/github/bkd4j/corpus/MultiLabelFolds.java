package io.github.bkd4j.corpus;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A corpus with sets of labels dealt into folds, for cross-validation, by iterative stratification: each fold has about
 * the same number of instances of each label, as {@link MultiLabelCorpus#split} says.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public final class MultiLabelFolds<X> {

    private final MultiLabelCorpus<X> corpus;
    private final int[] foldOf; // [instances]

    private MultiLabelFolds(MultiLabelCorpus<X> corpus, int[] foldOf) {
        this.corpus = corpus;
        this.foldOf = foldOf;
    }

    /**
     * Deals a corpus.
     *
     * @param <X> what is classified
     * @param corpus at least as many instances as folds
     * @param folds at least 2
     * @param seed of the draw
     * @return the folds
     * @throws IllegalArgumentException if the number of folds is out of range
     */
    public static <X> MultiLabelFolds<X> deal(MultiLabelCorpus<X> corpus, int folds, long seed) {
        if (folds < 2 || folds > corpus.size()) {
            throw new IllegalArgumentException(
                    "folds must be >= 2 and at most the training instances, " + corpus.size() + ", but were " + folds);
        }
        double[] shares = new double[folds];
        Arrays.fill(shares, 1.0 / folds);
        return new MultiLabelFolds<>(
                corpus,
                IterativeStratification.parts(
                        corpus.labelSets(), corpus.labels().size(), shares, seed));
    }

    /**
     * The rows of a fold.
     *
     * @param fold from 0
     * @return positions in the corpus, in its order
     */
    public int[] rows(int fold) {
        return rows(row -> foldOf[row] == fold);
    }

    private int[] rows(IntPredicate meant) {
        return IntStream.range(0, foldOf.length).filter(meant).toArray();
    }

    /**
     * What lies in a fold.
     *
     * @param fold from 0
     * @return its instances, with all labels of the corpus
     */
    public MultiLabelCorpus<X> inside(int fold) {
        return corpus.rows(rows(fold));
    }

    /**
     * What lies in the other folds: what is learned from while the fold is kept aside.
     *
     * @param fold from 0
     * @return their instances, with all labels of the corpus: one that lies in the fold alone has no instance
     */
    public MultiLabelCorpus<X> outside(int fold) {
        return corpus.rows(rows(row -> foldOf[row] != fold));
    }
}
