package io.github.bkd4j.train;

import java.util.List;

/** Told how training goes; its methods are called on the training thread. */
public interface TrainingMonitor {

    /** Listens to nothing. */
    TrainingMonitor SILENT = new TrainingMonitor() {};

    /**
     * Training goes on from a checkpoint.
     *
     * @param done what the epochs before it did, in order; at least one
     * @param epochs number of epochs planned
     */
    default void goesOn(List<EpochSummary> done, int epochs) {}

    /**
     * A step is done.
     *
     * @param step number of steps done since training began, from 1
     * @param steps number of steps in all epochs
     */
    default void step(long step, long steps) {}

    /**
     * An epoch is done.
     *
     * @param summary what it did
     * @param epochs number of epochs planned
     */
    default void epoch(EpochSummary summary, int epochs) {}
}
