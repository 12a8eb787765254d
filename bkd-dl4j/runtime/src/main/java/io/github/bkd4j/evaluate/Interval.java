package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;

/**
 * An estimate and its 95% confidence interval. An interval from resampling need not contain its estimate.
 *
 * @param estimate what was measured, finite
 * @param low lower end, finite
 * @param high upper end, finite, at least {@code low}
 */
public record Interval(double estimate, double low, double high) {

    private static final double QUANTILE = 1.96; // of the standard normal distribution, at 0.975

    /**
     * Checks that the numbers are finite and the ends in order.
     *
     * @param estimate see {@link Interval}
     * @param low see {@link Interval}
     * @param high see {@link Interval}
     * @throws IllegalArgumentException if a number is not finite or the ends are swapped
     */
    public Interval {
        Checks.finite("estimate", estimate);
        Checks.finite("low", low);
        Checks.finite("high", high);
        Checks.require(low <= high, "low must be <= high, " + high + ", but was " + low);
    }

    /** The estimate plus and minus 1.96 standard errors. */
    static Interval normal(double estimate, double standardError) {
        double half = QUANTILE * standardError;
        return new Interval(estimate, estimate - half, estimate + half);
    }

    /** Wilson's interval of a proportion (JASA 22, 1927): ends in [0, 1] that always contain the estimate. */
    static Interval wilson(double share, double instances) {
        double square = QUANTILE * QUANTILE / instances;
        double middle = (share + square / 2) / (1 + square);
        double half = Math.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square);
        return new Interval(
                share, Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half)));
    }

    /** The same estimate with its ends clipped to [-1, 1], for the difference of two shares. */
    Interval ofDifference() {
        return new Interval(estimate, Math.max(-1, low), Math.min(1, high));
    }
}
