package io.github.bkd4j.balance;

/**
 * Weights from one epoch on.
 *
 * @param epoch at least 0
 */
record DeferredToEpoch(int epoch) implements Reweighting {

    DeferredToEpoch {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must be >= 0 but was " + epoch);
        }
    }

    @Override
    public int firstEpoch(int epochs) {
        return epoch;
    }
}
