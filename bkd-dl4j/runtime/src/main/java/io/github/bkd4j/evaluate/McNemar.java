package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * McNemar's test of the accuracy of two single models on the same test set. Only discordant instances count: those that
 * one model classified correctly and the other incorrectly.
 *
 * @param onlyFirst instances that only the first model classified correctly, at least 0
 * @param onlySecond instances that only the second model classified correctly, at least 0
 */
public record McNemar(int onlyFirst, int onlySecond) {

    private static final int FEWEST_FOR_CHI_SQUARED = 25;

    /**
     * Checks the counts.
     *
     * @param onlyFirst see {@link McNemar}
     * @param onlySecond see {@link McNemar}
     * @throws IllegalArgumentException if a count is negative
     */
    public McNemar {
        Checks.atLeast("only first", 0, onlyFirst);
        Checks.atLeast("only second", 0, onlySecond);
    }

    /**
     * Counts the discordant instances.
     *
     * @param first of a model trained once
     * @param second of another, on the same test set
     * @return the test
     * @throws IllegalArgumentException if the test sets differ, or a share is neither 0 nor 1
     */
    public static McNemar of(Correctness first, Correctness second) {
        requireSingleModel(first);
        requireSingleModel(second);
        double[] d = first.minus(second); // [instances]
        return new McNemar(count(d, 1), count(d, -1));
    }

    private static void requireSingleModel(Correctness model) {
        for (int i = 0; i < model.size(); i++) {
            if (model.share(i) != 0 && model.share(i) != 1) {
                throw new IllegalArgumentException(
                        "share of instance " + i + " must be 0 or 1 for a single model but was " + model.share(i));
            }
        }
    }

    private static int count(double[] values, double wanted) {
        return (int) Arrays.stream(values).filter(value -> value == wanted).count();
    }

    /**
     * The difference of the accuracies with its 95% confidence interval: plus and minus 1.96 standard errors of the
     * mean of differences of 1, -1 and 0.
     *
     * @param instances of the test set, at least the discordant ones
     * @return accuracy of the first model less that of the second
     */
    Interval difference(int instances) {
        double mean = (double) (onlyFirst - onlySecond) / instances;
        double variance = (double) (onlyFirst + onlySecond) / instances - mean * mean;
        return Interval.normal(mean, Math.sqrt(variance / instances)).ofDifference();
    }

    /**
     * Two-sided p-value of the null hypothesis that the models are equally accurate: from the binomial distribution
     * below 25 discordant instances, else from the chi-squared distribution with continuity correction.
     *
     * @return in [0, 1]
     */
    public double pValue() {
        int discordant = onlyFirst + onlySecond;
        return discordant < FEWEST_FOR_CHI_SQUARED ? exact(discordant) : byChiSquared(discordant);
    }

    private double exact(int discordant) {
        int fewer = Math.min(onlyFirst, onlySecond);
        return Math.min(1, 2 * BinomialDistribution.of(discordant, 0.5).cumulativeProbability(fewer));
    }

    private double byChiSquared(int discordant) {
        double excess = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
        return ChiSquaredDistribution.of(1).survivalProbability(excess * excess / discordant);
    }
}
