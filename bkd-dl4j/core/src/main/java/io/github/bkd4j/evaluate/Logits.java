package io.github.bkd4j.evaluate;

import java.util.List;

/** Unnormalised log-probabilities, a row an instance. The rows are shared, not copied: treat them as immutable. */
public final class Logits {

    private final List<String> labels;
    private final float[][] values; // [instances, classes]

    /**
     * Takes the rows as they are.
     *
     * @param labels the classes, in the order of the columns
     * @param values {@code [instances, classes]}
     * @throws IllegalArgumentException if a row has another width than there are labels
     */
    public Logits(List<String> labels, float[][] values) {
        this.labels = List.copyOf(labels);
        this.values = values;
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
}
