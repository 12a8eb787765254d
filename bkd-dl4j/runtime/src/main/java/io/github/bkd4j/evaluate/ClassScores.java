package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;

/**
 * How well one class was told from the others.
 *
 * @param instances test instances of the class, at least 0
 * @param predictions instances that were taken for the class, at least 0
 * @param hits those of the class that were taken for it, at most the other two
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
     * Share of the class's instances that were taken for it.
     *
     * @return in [0, 1]; 0 for a class without an instance
     */
    public double recall() {
        return share(hits, instances);
    }

    /**
     * Share of what was taken for the class that is of it.
     *
     * @return in [0, 1]; 0 for a class that was never predicted
     */
    public double precision() {
        return share(hits, predictions);
    }

    /**
     * Harmonic mean of precision and recall.
     *
     * @return in [0, 1]; 0 without a hit
     */
    public double f1() {
        return share(2.0 * hits, instances + predictions);
    }

    static double share(double part, double whole) {
        return part == 0 ? 0 : part / whole;
    }
}
