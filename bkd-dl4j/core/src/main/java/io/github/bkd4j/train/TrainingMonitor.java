package io.github.bkd4j.train;

import java.util.List;
import org.deeplearning4j.optimize.api.TrainingListener;

/** Notified of training progress, on the training thread. */
public interface TrainingMonitor {

    /** Does nothing. */
    TrainingMonitor SILENT = new TrainingMonitor() {};

    /**
     * Called when training resumes from a checkpoint.
     *
     * @param done summaries of the epochs before the checkpoint, in order; at least one
     * @param epochs number of epochs planned
     */
    default void resumed(List<EpochSummary> done, int epochs) {}

    /**
     * Called after each optimiser step.
     *
     * @param step number of steps done in all epochs so far, from 1
     * @param steps number of steps in all epochs
     */
    default void step(long step, long steps) {}

    /**
     * Called after each epoch.
     *
     * @param summary its loss and validation score
     * @param epochs number of epochs planned
     */
    default void epoch(EpochSummary summary, int epochs) {}

    /**
     * Asked before each step: a training that is cancelled ends with {@link TrainingCancelledException}, as it does
     * when its thread is interrupted. What it then leaves is its last checkpoint, from which another run resumes.
     *
     * @return true to cancel; false by default
     */
    default boolean isCancelled() {
        return false;
    }

    /**
     * DL4J listeners to attach during training, such as its {@code StatsListener}. They are notified of each iteration,
     * after the library's own listener, and must not change the network.
     *
     * @return queried once per training; empty by default
     */
    default List<TrainingListener> listeners() {
        return List.of();
    }
}
