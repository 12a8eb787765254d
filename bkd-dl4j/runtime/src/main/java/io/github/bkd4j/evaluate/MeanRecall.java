package io.github.bkd4j.evaluate;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The mean of recalls that are each estimated from few instances, or from one. Its interval is Wilson's, for the number
 * of instances N at which a single proportion would be as uncertain:
 *
 * <ul>
 *   <li>{@code m_c}: the expected recall of a class of its size, on a line through the recalls over {@code log n_c},
 *       classes weighted by {@code n_c / (n_c + 2)}, slope shrunk by 1 in its denominator, clipped to {@code [1 / (C +
 *       1), C / (C + 1)]};
 *   <li>{@code q_c = (k_c + 2 m_c) / (n_c + 2)}: the recall of k_c of n_c instances shrunk towards it, so that a class
 *       of one instance has a positive variance;
 *   <li>{@code v_c = q_c (1 - q_c) / (1 - n_c / (n_c + 2)^2)}: the divisor corrects for the variance of q_c itself;
 *   <li>{@code N = q (1 - q) / sum(v_c / n_c / C^2)}, q the mean of the q_c.
 * </ul>
 */
final class MeanRecall {

    private static final double PRIOR_INSTANCES = 2;

    private final double[] instances; // [classes]
    private final double[] recalls; // [classes]

    /** Takes the instances of each class, at least 1, and their recalls: {@code [classes]} both, at least one class. */
    MeanRecall(double[] instances, double[] recalls) {
        this.instances = instances;
        this.recalls = recalls;
    }

    Interval interval() {
        double[] expected = expected(); // [classes]
        double[] drawn = perClass(
                c -> (instances[c] * recalls[c] + PRIOR_INSTANCES * expected[c]) / (instances[c] + PRIOR_INSTANCES));
        double mean = mean(drawn);
        double variance = mean(perClass(c -> variance(drawn[c], instances[c]))) / recalls.length;
        return Interval.wilson(mean(recalls), mean * (1 - mean) / variance);
    }

    private static double variance(double recall, double instances) {
        double total = instances + PRIOR_INSTANCES;
        return recall * (1 - recall) / (1 - instances / (total * total)) / instances;
    }

    /** Expected recall of a class of its size, {@code [classes]}, each in (0, 1). */
    private double[] expected() {
        double[] weights = perClass(c -> instances[c] / (instances[c] + PRIOR_INSTANCES));
        double[] sizes = centred(perClass(c -> Math.log(instances[c])), weights);
        double height = weightedMean(recalls, weights);
        double slope = weightedSum(perClass(c -> sizes[c] * (recalls[c] - height)), weights)
                / (weightedSum(perClass(c -> sizes[c] * sizes[c]), weights) + 1);
        double least = 1.0 / (recalls.length + 1);
        return perClass(c -> Math.max(least, Math.min(1 - least, height + slope * sizes[c])));
    }

    private double[] centred(double[] values, double[] weights) {
        double mean = weightedMean(values, weights);
        return perClass(c -> values[c] - mean);
    }

    private double weightedMean(double[] values, double[] weights) {
        return weightedSum(values, weights) / Arrays.stream(weights).sum();
    }

    private double weightedSum(double[] values, double[] weights) {
        return Arrays.stream(perClass(c -> weights[c] * values[c])).sum();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private double[] perClass(IntToDoubleFunction value) {
        return IntStream.range(0, recalls.length).mapToDouble(value).toArray();
    }
}
