package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;

/**
 * How far one system lies above another in one figure, and whether that can be chance.
 *
 * @param interval the difference, with its 95% interval, which is not corrected for the number of comparisons
 * @param pValue probability of a difference at least this large between equals, two-sided, corrected by {@link Holm}
 *     over the comparisons of the same figure, in [0, 1]
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
     * Whether the difference is beyond chance.
     *
     * @return whether the corrected probability is below 0.05
     */
    public boolean isBeyondChance() {
        return pValue < LEVEL;
    }

    /**
     * The sign of what is beyond chance.
     *
     * @return 1 for a gain, -1 for a loss, 0 for what can be chance
     */
    public int direction() {
        return isBeyondChance() ? (int) Math.signum(interval.estimate()) : 0;
    }
}
