package io.github.bkd4j.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Unnormalised log-probabilities, a row an instance. The rows are shared, not copied: treat them as immutable. */
public final class Logits {

    private final List<String> labels;
    private final float[][] values; // [instances, classes]

    /**
     * Takes the rows as they are.
     *
     * @param labels the classes, in the order of the columns, at least one
     * @param values {@code [instances, classes]}
     * @throws IllegalArgumentException if there is no class, or a row has another width than there are labels
     */
    public Logits(List<String> labels, float[][] values) {
        this.labels = List.copyOf(labels);
        this.values = values;
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("logits must have at least one class but had none");
        }
        for (int row = 0; row < values.length; row++) {
            if (values[row].length != labels.size()) {
                throw new IllegalArgumentException("logits must be [" + values.length + ", " + labels.size()
                        + "] but row " + row + " had " + values[row].length + " columns");
            }
        }
    }

    /**
     * Number of instances.
     *
     * @return rows
     */
    public int size() {
        return values.length;
    }

    /**
     * The classes.
     *
     * @return names in the order of the columns
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * One instance's logits.
     *
     * @param instance position of the instance
     * @return {@code [classes]}, shared
     */
    public float[] row(int instance) {
        return values[instance];
    }

    /**
     * The class scored highest.
     *
     * @param instance position of the instance
     * @return position in {@link #labels()}; of equals the first
     */
    public int top(int instance) {
        float[] row = values[instance];
        return IntStream.range(1, row.length).reduce(0, (top, c) -> row[c] > row[top] ? c : top);
    }

    /**
     * One instance's softmax, from log-probabilities in double precision.
     *
     * @param instance position of the instance
     * @return {@code [classes]}, summing to 1, a fresh array
     */
    public double[] probabilities(int instance) {
        return Arrays.stream(logProbabilities(instance)).map(Math::exp).toArray();
    }

    /**
     * One instance's log-softmax, in double precision.
     *
     * @param instance position of the instance
     * @return {@code [classes]}, none above 0, a fresh array
     */
    public double[] logProbabilities(int instance) {
        float[] row = values[instance];
        double largest = row[top(instance)];
        double[] belowLargest = IntStream.range(0, row.length)
                .mapToDouble(c -> row[c] - largest)
                .toArray(); // [classes]
        double logSum = Math.log(Arrays.stream(belowLargest).map(Math::exp).sum());
        return Arrays.stream(belowLargest).map(z -> z - logSum).toArray();
    }
}
