package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;
import java.util.stream.IntStream;

/** Share of a test set's instances whose class is among the k that are scored highest; of equals the first. */
final class TopKAccuracy {

    private TopKAccuracy() {}

    /** Classes are matched by name; one that the logits do not know is never right. */
    static double of(Logits logits, Corpus<?> test, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be >= 1 but was " + k);
        }
        int[] columns =
                test.labels().stream().mapToInt(logits.labels()::indexOf).toArray(); // [classes of the test set]
        return IntStream.range(0, test.size())
                        .filter(i -> isAmongTop(k, logits.row(i), columns[test.classOf(i)]))
                        .count()
                / (double) test.size();
    }

    private static boolean isAmongTop(int k, float[] row, int column) {
        return column >= 0 && above(row, column) < k;
    }

    private static long above(float[] row, int column) {
        return IntStream.range(0, row.length)
                .filter(c -> row[c] > row[column] || (row[c] == row[column] && c < column))
                .count();
    }
}
