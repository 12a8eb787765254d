package io.github.bkd4j.input;

/** Encoded instances, one row per instance. Immutable and thread-safe. */
public interface Inputs {

    /**
     * Number of instances.
     *
     * @return number of rows
     */
    int size();

    /**
     * The length of a row. Rows of similar length share a batch, because padding costs time.
     *
     * @param row position of the instance
     * @return number of tokens, at least 1; 1 where all rows have the same size
     */
    int length(int row);

    /**
     * Builds the arrays of a batch.
     *
     * @param rows positions of the instances, at least one
     * @return features for a network, in the order of {@code rows}
     */
    Features features(int... rows);

    /**
     * Whether the arrays differ from epoch to epoch.
     *
     * @return true if the rows are augmented; false by default
     */
    default boolean changesEachEpoch() {
        return false;
    }

    /**
     * The inputs of one training epoch.
     *
     * @param seed of the epoch
     * @return the same rows, augmented if the encoder augments; these inputs themselves by default
     */
    default Inputs forEpoch(long seed) {
        return this;
    }
}
