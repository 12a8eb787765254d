package io.github.bkd4j.train;

import java.util.List;
import org.deeplearning4j.optimize.api.TrainingListener;

/** Told how training goes, and able to cancel it; its methods are called on the training thread. */
public interface TrainingMonitor {

    /** Listens to nothing. */
    TrainingMonitor SILENT = new TrainingMonitor() {};

    /**
     * Training resumes from a checkpoint.
     *
     * @param done what the epochs before it did, in order; at least one
     * @param epochs number of epochs planned
     */
    default void resumed(List<EpochSummary> done, int epochs) {}

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

    /**
     * Asked before each step: a training that is cancelled ends with {@link TrainingCancelledException}, as it does
     * when its thread is interrupted. What it then leaves is its last checkpoint, from which another run resumes.
     *
     * @return true to cancel; unless overridden false
     */
    default boolean isCancelled() {
        return false;
    }

    /**
     * Listeners of DL4J's own, such as its {@code StatsListener}: they hear of each iteration while the network trains,
     * behind the library's own, and leave it as it is.
     *
     * @return asked for once a training; unless overridden none
     */
    default List<TrainingListener> listeners() {
        return List.of();
    }
}
