package io.github.bkd4j.drift;

import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.List;

/**
 * How common the classes are among unlabelled instances, by expectation maximisation: Saerens, Latinne and
 * Decaestecker, Adjusting the Outputs of a Classifier to New a Priori Probabilities, Neural Computation 14(1), 2002. It
 * needs calibrated probabilities, and that only the shares of the classes have changed, not what their instances look
 * like.
 *
 * @param prior share of each class, {@code [classes]}; above 0, summing to 1
 * @param instances how many it was estimated from, at least 1
 * @param iterations until it was found
 */
public record PriorEstimate(List<Double> prior, int instances, int iterations) {

    private static final double CLOSE = 1e-6; // largest change of a share in the last iteration
    private static final int MOST_ITERATIONS = 10_000;
    private static final double LEAST = 0.5; // instances of a class of which none is seen

    /**
     * Copies the shares.
     *
     * @param prior see {@link PriorEstimate}
     * @param instances see {@link PriorEstimate}
     * @param iterations see {@link PriorEstimate}
     * @throws IllegalArgumentException if a share is not above 0
     */
    public PriorEstimate {
        prior = List.copyOf(prior);
        for (double share : prior) {
            Checks.require(share > 0, "shares must be > 0 but were " + prior);
        }
    }

    /**
     * Estimates the shares.
     *
     * @param probabilities of the classes for each instance, {@code [instances][classes]}, at least one row
     * @param answered the prior under which these probabilities are calibrated, {@code [classes]}, each above 0
     * @return the prior that makes the instances most likely; no class has less than half an instance
     * @throws IllegalArgumentException if there is no instance, or the numbers of classes differ
     */
    public static PriorEstimate of(double[][] probabilities, List<Double> answered) {
        Checks.require(probabilities.length > 0, "instances must be at least one but were none");
        Checks.require(
                probabilities[0].length == answered.size(),
                "classes must be those of the prior, " + answered.size() + ", but were " + probabilities[0].length);
        double[] source = answered.stream().mapToDouble(Double::doubleValue).toArray(); // [classes]
        double[] prior = source.clone();
        int iterations = 0;
        double change;
        do {
            double[] next = step(probabilities, source, prior);
            change = 0;
            for (int c = 0; c < prior.length; c++) {
                change = Math.max(change, Math.abs(next[c] - prior[c]));
            }
            prior = next;
            iterations++;
        } while (change > CLOSE && iterations < MOST_ITERATIONS);
        return new PriorEstimate(atLeast(prior, LEAST / probabilities.length), probabilities.length, iterations);
    }

    /** Equations 2.9 of the paper: each instance's probabilities under the prior so far, then their mean. */
    private static double[] step(double[][] probabilities, double[] source, double[] prior) {
        double[] next = new double[prior.length];
        double[] posterior = new double[prior.length];
        for (double[] row : probabilities) {
            double sum = 0;
            for (int c = 0; c < row.length; c++) {
                posterior[c] = prior[c] / source[c] * row[c];
                sum += posterior[c];
            }
            for (int c = 0; c < row.length; c++) {
                next[c] += posterior[c] / sum / probabilities.length;
            }
        }
        return next;
    }

    private static List<Double> atLeast(double[] prior, double least) {
        double[] raised =
                Arrays.stream(prior).map(share -> Math.max(share, least)).toArray();
        double sum = Arrays.stream(raised).sum();
        return Arrays.stream(raised).mapToObj(share -> share / sum).toList();
    }
}
