package io.github.bkd4j.balance;

import io.github.bkd4j.io.Checks;

/**
 * Weights from one epoch on.
 *
 * @param epoch at least 0
 */
record DeferredToEpoch(int epoch) implements Reweighting {

    DeferredToEpoch {
        Checks.atLeast("epoch", 0, epoch);
    }

    @Override
    public int firstEpoch(int epochs) {
        return epoch;
    }
}
