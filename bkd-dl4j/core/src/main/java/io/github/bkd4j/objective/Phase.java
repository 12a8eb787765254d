package io.github.bkd4j.objective;

import io.github.bkd4j.loss.LogitLoss;

/**
 * A stretch of training under one loss.
 *
 * @param firstEpoch where it begins, from 0
 * @param loss what is trained for; a training loop runs its {@link LogitLoss#cached} form
 */
public record Phase(int firstEpoch, LogitLoss loss) {

    /**
     * Checks the epoch.
     *
     * @param firstEpoch see {@link Phase}
     * @param loss see {@link Phase}
     * @throws IllegalArgumentException if {@code firstEpoch} is negative
     */
    public Phase {
        if (firstEpoch < 0) {
            throw new IllegalArgumentException("first epoch must be >= 0 but was " + firstEpoch);
        }
    }
}
