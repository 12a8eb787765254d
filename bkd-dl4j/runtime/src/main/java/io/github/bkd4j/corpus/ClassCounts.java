package io.github.bkd4j.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many instances each class has, in a corpus's order of labels.
 *
 * @param labels the classes, each once
 * @param counts instances of each class, {@code [classes]}, none negative
 */
public record ClassCounts(List<String> labels, List<Long> counts) {

    /**
     * Checks that labels and counts belong together.
     *
     * @param labels see {@link ClassCounts}
     * @param counts see {@link ClassCounts}
     * @throws IllegalArgumentException if their lengths differ or a count is negative
     */
    public ClassCounts {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
        if (labels.size() != counts.size()) {
            throw new IllegalArgumentException(
                    "counts must have one entry a class, " + labels.size() + ", but had " + counts.size());
        }
        for (int c = 0; c < labels.size(); c++) {
            if (counts.get(c) < 0) {
                throw new IllegalArgumentException(
                        "count of class '" + labels.get(c) + "' must be >= 0 but was " + counts.get(c));
            }
        }
    }

    /**
     * Number of classes.
     *
     * @return at least 0, classes without an instance included
     */
    public int classes() {
        return labels.size();
    }

    /**
     * Instances of one class.
     *
     * @param classIndex position in {@link #labels()}
     * @return at least 0
     */
    public long count(int classIndex) {
        return counts.get(classIndex);
    }

    /**
     * Instances of all classes.
     *
     * @return the sum of the counts
     */
    public long total() {
        return stream().sum();
    }

    /**
     * Checks that every class has a training instance.
     *
     * @param purpose what the instances are needed for, as it ends "must have at least one training instance":
     *     {@code for logit adjustment}
     * @return these counts
     * @throws IllegalArgumentException if a class has none
     */
    public ClassCounts requireEach(String purpose) {
        int empty = counts.indexOf(0L);
        if (empty >= 0) {
            throw new IllegalArgumentException("class '" + labels.get(empty)
                    + "' must have at least one training instance " + purpose + " but had 0");
        }
        return this;
    }

    /**
     * The field's measure of a long tail: the largest class over the smallest that has an instance.
     *
     * @return at least 1; 1 if no class has an instance
     */
    public double imbalanceFactor() {
        long largest = stream().max().orElse(0);
        long smallest = stream().filter(n -> n > 0).min().orElse(1);
        return largest == 0 ? 1 : (double) largest / smallest;
    }

    /**
     * The classes from the head to the end of the tail: by count, the largest first, then by name.
     *
     * @return positions in {@link #labels()}, a permutation
     */
    public List<Integer> ranking() {
        return IntStream.range(0, classes())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> -count(c)).thenComparing(labels::get))
                .toList();
    }

    /**
     * The counts as a stream.
     *
     * @return the counts in order of the labels
     */
    public LongStream stream() {
        return counts.stream().mapToLong(Long::longValue);
    }
}
