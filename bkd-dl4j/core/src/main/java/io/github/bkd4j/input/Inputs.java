package io.github.bkd4j.input;

/** Encoded instances, a row each. Immutable and thread-safe. */
public interface Inputs {

    /**
     * Number of instances.
     *
     * @return rows
     */
    int size();

    /**
     * How long a row is; rows of like length share a batch, for padding costs time.
     *
     * @param row position of the instance
     * @return tokens, at least 1; 1 where all rows are alike
     */
    int length(int row);

    /**
     * The arrays of some rows.
     *
     * @param rows positions of the instances, at least one
     * @return features for a network, in the order of {@code rows}
     */
    Features features(int... rows);

    /**
     * Whether training sees other arrays in each epoch.
     *
     * @return true if the rows are augmented; unless overridden false
     */
    default boolean changesEachEpoch() {
        return false;
    }

    /**
     * What training sees in one epoch.
     *
     * @param seed of the epoch
     * @return the same rows, augmented where the encoder says so; unless overridden these inputs themselves
     */
    default Inputs forEpoch(long seed) {
        return this;
    }
}
