package io.github.bkd4j.evaluate;

import java.util.List;

/**
 * Unnormalised log-probabilities, a row an instance. The rows are shared, not copied: treat them as immutable.
 *
 * @param labels the classes, in the order of the columns
 * @param values {@code [instances, classes]}
 */
public record Logits(List<String> labels, float[][] values) {

    /**
     * Checks the shape.
     *
     * @param labels see {@link Logits}
     * @param values see {@link Logits}
     * @throws IllegalArgumentException if a row has another width than there are labels
     */
    public Logits {
        labels = List.copyOf(labels);
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
}
