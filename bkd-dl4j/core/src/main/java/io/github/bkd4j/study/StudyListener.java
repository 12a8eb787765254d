package io.github.bkd4j.study;

import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.train.TrainingMonitor;

/** Told how a study goes, on the thread that runs it; every method does nothing unless overridden. */
public interface StudyListener {

    /** Listens to nothing. */
    StudyListener SILENT = new StudyListener() {};

    /** Told how one training goes, and closed at its end, whether or not it ended well. */
    interface Monitor extends TrainingMonitor, AutoCloseable {

        @Override
        default void close() {}
    }

    /**
     * A training begins: of a trial, or of a teacher.
     *
     * @param name of the system
     * @param seed of the training
     * @return told how it goes; unless overridden it listens to nothing
     */
    default Monitor training(String name, long seed) {
        return new Monitor() {};
    }

    /**
     * A training ended well.
     *
     * @param name of the system
     * @param seed of the training
     * @param classifier what was trained
     */
    default void trained(String name, long seed, Classifier<String> classifier) {}

    /**
     * A trial is not trained, since an earlier study kept its result.
     *
     * @param name of the trial
     * @param seed of the training
     */
    default void kept(String name, long seed) {}

    /**
     * A candidate is scored in a round of a tuning.
     *
     * @param score how it did
     */
    default void scored(RoundScore score) {}

    /** The time of a tuning is up: no more candidates are trained. */
    default void timeIsUp() {}
}
