package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The label sets that one trained system gives to a test set, with the true ones. Labels are matched by name.
 * Immutable.
 */
public final class MultiLabelPredictions {

    private final List<String> labels; // of the test set, then those that the system alone knows
    private final int[][] truth; // [instances][labels of the instance], ascending
    private final int[][] predicted; // [instances][labels of the instance], ascending

    private MultiLabelPredictions(List<String> labels, int[][] truth, int[][] predicted) {
        this.labels = labels;
        this.truth = truth;
        this.predicted = predicted;
    }

    /**
     * Keeps the labels whose probability reaches their threshold.
     *
     * @param logits one row per instance of the test set
     * @param thresholds one per label of the logits
     * @param test the truth, at least one instance
     * @return the predictions
     * @throws IllegalArgumentException if the test set is empty, the logits do not have one finite row per instance, or
     *     the thresholds are of other labels
     */
    public static MultiLabelPredictions of(Logits logits, Thresholds thresholds, MultiLabelCorpus<?> test) {
        Checks.require(test.size() > 0, "test set must have at least one instance but had none");
        logits.requireFiniteRows(test.size());
        List<String> labels = labels(logits, test);
        int[] positions = logits.labels().stream().mapToInt(labels::indexOf).toArray(); // [labels of the logits]
        int[][] predicted = IntStream.range(0, test.size())
                .mapToObj(i -> IntStream.of(thresholds.reached(logits, i))
                        .map(c -> positions[c])
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        return new MultiLabelPredictions(
                labels, IntStream.range(0, test.size()).mapToObj(test::labelsOf).toArray(int[][]::new), predicted);
    }

    /** The labels of a test set in its order, then those that a system alone knows. */
    static List<String> labels(Logits logits, MultiLabelCorpus<?> test) {
        return Stream.concat(test.labels().stream(), logits.labels().stream())
                .distinct()
                .toList();
    }

    /**
     * Number of instances.
     *
     * @return at least 1
     */
    public int size() {
        return truth.length;
    }

    /**
     * The labels.
     *
     * @return those of the test set in its order, then those that the system alone knows
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * The true labels of an instance.
     *
     * @param instance position of the instance
     * @return positions in {@link #labels()}, ascending, a fresh array
     */
    public int[] truth(int instance) {
        return truth[instance].clone();
    }

    /**
     * The labels that an instance is given.
     *
     * @param instance position of the instance
     * @return positions in {@link #labels()}, ascending, a fresh array
     */
    public int[] predicted(int instance) {
        return predicted[instance].clone();
    }

    /**
     * Whether an instance is given its true labels and no others.
     *
     * @param instance position of the instance
     * @return whether the sets are equal
     */
    public boolean isRight(int instance) {
        return Arrays.equals(truth[instance], predicted[instance]);
    }

    /** Adds the labels of an instance, those that it is given, and those of them that are right, {@code [labels]}. */
    void count(int instance, int[] instances, int[] predictions, int[] hits) {
        for (int label : truth[instance]) {
            instances[label]++;
        }
        for (int label : predicted[instance]) {
            predictions[label]++;
            hits[label] += Arrays.binarySearch(truth[instance], label) >= 0 ? 1 : 0;
        }
    }

    /** Whether two systems were asked about the same test set. */
    boolean hasTruthOf(MultiLabelPredictions other) {
        return Arrays.deepEquals(truth, other.truth);
    }

    boolean agreesWith(MultiLabelPredictions other, int instance) {
        return Arrays.equals(predicted[instance], other.predicted[instance]);
    }
}
