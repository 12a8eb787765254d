package io.github.bkd4j.objective;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.LogitLoss;

/**
 * A stretch of training under one loss.
 *
 * @param firstEpoch where it begins, from 0
 * @param loss what is trained for; a training loop runs its {@link LogitLoss#cached} form
 * @param unlabelled what the soft targets of instances without a label are made by; its cached form is the same
 */
public record Phase(int firstEpoch, LogitLoss loss, LogitLoss unlabelled) {

    /**
     * Checks the epoch.
     *
     * @param firstEpoch see {@link Phase}
     * @param loss see {@link Phase}
     * @param unlabelled see {@link Phase}
     * @throws IllegalArgumentException if {@code firstEpoch} is negative
     */
    public Phase {
        Checks.atLeast("first epoch", 0, firstEpoch);
    }

    /**
     * A stretch that treats all instances alike.
     *
     * @param firstEpoch see {@link Phase}
     * @param loss see {@link Phase}
     * @throws IllegalArgumentException if {@code firstEpoch} is negative
     */
    public Phase(int firstEpoch, LogitLoss loss) {
        this(firstEpoch, loss, loss);
    }
}
