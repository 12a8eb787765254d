package io.github.bkd4j.drift;

import io.github.bkd4j.io.Checks;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far a distribution is from the one that is expected, by counts over the same bins. Half an instance is added to
 * each bin, so that empty ones give finite values.
 *
 * @param stability population stability index, {@code sum (a - e) ln(a / e)} over the shares a and e: the symmetric
 *     Kullback-Leibler divergence (Jeffreys 1946), at least 0; in credit scoring, below 0.1 counts as stable, above
 *     0.25 as a shift (Siddiqi, Credit Risk Scorecards, 2006)
 * @param chance what the stability index stays below in 95 of 100 samples of these sizes if nothing has shifted: the
 *     quantile of chi-squared with bins - 1 degrees of freedom, times {@code 1/n + 1/m} (Yurdakul, Statistical
 *     Properties of Population Stability Index, 2018)
 * @param jensenShannon Jensen-Shannon divergence in bits (Lin, IEEE Transactions on Information Theory 37, 1991), from
 *     0 to 1
 */
public record Divergence(double stability, double chance, double jensenShannon) {

    private static final double SMOOTHING = 0.5; // Jeffreys' prior of a multinomial
    private static final double LEVEL = 0.95;

    /**
     * Compares two distributions.
     *
     * @param expected counts of each bin, at least one instance
     * @param actual counts of the same bins, at least one instance
     * @return how far the second is from the first
     * @throws IllegalArgumentException if the numbers of bins differ, or one has no instance
     */
    public static Divergence between(List<Long> expected, List<Long> actual) {
        Checks.require(
                expected.size() == actual.size(),
                "bins must be as many as expected, " + expected.size() + ", but were " + actual.size());
        long n = total(expected);
        long m = total(actual);
        Checks.require(n > 0 && m > 0, "both distributions must have an instance but had " + n + " and " + m);
        double[] e = shares(expected, n); // [bins]
        double[] a = shares(actual, m); // [bins]
        double stability = 0;
        double bits = 0;
        for (int bin = 0; bin < e.length; bin++) {
            double mean = (e[bin] + a[bin]) / 2;
            stability += (a[bin] - e[bin]) * Math.log(a[bin] / e[bin]);
            bits += (a[bin] * Math.log(a[bin] / mean) + e[bin] * Math.log(e[bin] / mean)) / (2 * Math.log(2));
        }
        return new Divergence(stability, chance(e.length, n, m), Math.max(0, bits));
    }

    private static double chance(int bins, long n, long m) {
        return bins == 1
                ? 0
                : ChiSquaredDistribution.of(bins - 1.0).inverseCumulativeProbability(LEVEL) * (1.0 / n + 1.0 / m);
    }

    private static long total(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static double[] shares(List<Long> counts, long total) {
        return counts.stream()
                .mapToDouble(count -> (count + SMOOTHING) / (total + SMOOTHING * counts.size()))
                .toArray();
    }

    /**
     * Whether the shift is more than samples of these sizes show by chance.
     *
     * @return true if the stability index is above {@link #chance}
     */
    public boolean isBeyondChance() {
        return stability > chance;
    }
}
