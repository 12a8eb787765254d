package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;

/**
 * The difference of two systems in one figure, and its significance.
 *
 * @param interval the difference, with its 95% confidence interval, which is not corrected for the number of
 *     comparisons
 * @param pValue two-sided p-value of the null hypothesis that the systems are equal, corrected by {@link Holm} over the
 *     comparisons of the same figure, in [0, 1]
 * @param rawPValue the same before the correction, in [0, 1]
 */
public record Difference(Interval interval, double pValue, double rawPValue) {

    private static final double LEVEL = 0.05;

    /**
     * Checks the range of the probabilities.
     *
     * @param interval see {@link Difference}
     * @param pValue see {@link Difference}
     * @param rawPValue see {@link Difference}
     * @throws IllegalArgumentException if a probability is not in [0, 1]
     */
    public Difference {
        Checks.inUnitInterval("p-value", pValue);
        Checks.inUnitInterval("p-value", rawPValue);
    }

    /**
     * Whether the difference is significant.
     *
     * @return whether the corrected p-value is below 0.05
     */
    public boolean isBeyondChance() {
        return pValue < LEVEL;
    }

    /**
     * Direction of a significant difference.
     *
     * @return 1 for a gain, -1 for a loss, 0 if the difference is not significant
     */
    public int direction() {
        return isBeyondChance() ? (int) Math.signum(interval.estimate()) : 0;
    }
}
