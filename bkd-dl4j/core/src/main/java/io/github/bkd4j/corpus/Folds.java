package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Deals a corpus into folds: the classes one after the other, each shuffled, like cards. So the folds have every class,
 * and all classes together, to within one instance.
 */
final class Folds {

    private final int[] foldOf; // [instances]

    private Folds(int[] foldOf) {
        this.foldOf = foldOf;
    }

    static Folds deal(Corpus<?> corpus, int folds, long seed) {
        List<Integer> cards =
                new ArrayList<>(IntStream.range(0, corpus.size()).boxed().toList());
        Collections.shuffle(cards, new Random(seed));
        cards.sort(Comparator.comparingInt(corpus::classOf)); // stable: shuffled within a class
        int[] foldOf = new int[corpus.size()];
        for (int i = 0; i < foldOf.length; i++) {
            foldOf[cards.get(i)] = i % folds;
        }
        return new Folds(foldOf);
    }

    /** The rows of a fold, in order. */
    int[] inside(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] == fold)
                .toArray();
    }

    /** The rows of all other folds, in order. */
    int[] outside(int fold) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> foldOf[row] != fold)
                .toArray();
    }
}
