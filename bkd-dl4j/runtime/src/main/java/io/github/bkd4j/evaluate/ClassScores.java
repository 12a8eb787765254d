package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;

/**
 * Precision, recall and F1 of one class.
 *
 * @param instances test instances of the class, at least 0
 * @param predictions test instances predicted as the class, at least 0
 * @param hits true positives, at most {@code instances} and {@code predictions}
 */
public record ClassScores(int instances, int predictions, int hits) {

    /**
     * Checks the counts against each other.
     *
     * @param instances see {@link ClassScores}
     * @param predictions see {@link ClassScores}
     * @param hits see {@link ClassScores}
     * @throws IllegalArgumentException if there are fewer than 0 hits, or more than instances or predictions
     */
    public ClassScores {
        int most = Math.min(instances, predictions);
        Checks.require(hits >= 0 && hits <= most, "hits must be from 0 to " + most + " but was " + hits);
    }

    /**
     * Recall: true positives over the instances of the class.
     *
     * @return in [0, 1]; 0 for a class without an instance
     */
    public double recall() {
        return share(hits, instances);
    }

    /**
     * Precision: true positives over predicted positives.
     *
     * @return in [0, 1]; 0 for a class that was never predicted
     */
    public double precision() {
        return share(hits, predictions);
    }

    /**
     * F1: the harmonic mean of precision and recall.
     *
     * @return in [0, 1]; 0 without a true positive
     */
    public double f1() {
        return share(2.0 * hits, instances + predictions);
    }

    static double share(double part, double whole) {
        return part == 0 ? 0 : part / whole;
    }
}
