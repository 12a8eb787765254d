package io.github.bkd4j.balance;

import io.github.bkd4j.io.Checks;

/**
 * Weights after a share of the epochs.
 *
 * @param share in [0, 1]
 */
record DeferredToShare(double share) implements Reweighting {

    DeferredToShare {
        Checks.inUnitInterval("share", share);
    }

    // The nearest: 0.29 * 100 is 28.999999999999996.
    @Override
    public int firstEpoch(int epochs) {
        return (int) Math.round(share * epochs);
    }
}
