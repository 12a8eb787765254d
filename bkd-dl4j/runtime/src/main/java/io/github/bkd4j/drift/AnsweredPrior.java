package io.github.bkd4j.drift;

import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import java.util.List;
import java.util.stream.IntStream;

/**
 * When a classifier's probabilities are right: divided by a temperature, its logits give calibrated probabilities where
 * the classes are as common as the prior says. A classifier trained on the labels alone answers under the prior of its
 * training, one that treats all classes alike under equal shares; most lie between.
 *
 * <p>Both come from one fit on held-out instances, whose shares {@code p} are known: {@code softmax(s / T + tau log p)}
 * is made to maximise the likelihood of the labels in T and tau, that is, temperature scaling with a correction of the
 * bias (Alexandari, Kundaje and Shrikumar, Maximum Likelihood with Bias-Corrected Calibration, ICML 2020) that has one
 * parameter for all classes. The prior is then proportional to {@code p^(1 - tau)}.
 *
 * @param temperature above 0
 * @param prior share of each class, {@code [classes]}; above 0, summing to 1
 */
public record AnsweredPrior(double temperature, List<Double> prior) {

    private static final int STEPS = 100;
    private static final double CLOSE = 1e-9; // of a step, relative

    /**
     * Checks the ranges.
     *
     * @param temperature see {@link AnsweredPrior}
     * @param prior see {@link AnsweredPrior}
     * @throws IllegalArgumentException if a number is not above 0
     */
    public AnsweredPrior {
        prior = List.copyOf(prior);
        Checks.finiteAndPositive("temperature", temperature);
        for (double share : prior) {
            Checks.require(share > 0, "shares must be > 0 but were " + prior);
        }
    }

    /**
     * Fits both.
     *
     * @param heldOut what the classifier says of instances that it has not learnt from; those of a class that it does
     *     not know are left out
     * @return temperature and prior, in the order of the logits' labels
     * @throws IllegalArgumentException if no instance is of a class that it knows
     */
    public static AnsweredPrior fit(HeldOut<?> heldOut) {
        List<String> labels = heldOut.logits().labels();
        int[] classes = IntStream.range(0, heldOut.corpus().size())
                .map(i -> labels.indexOf(
                        heldOut.corpus().labels().get(heldOut.corpus().classOf(i))))
                .toArray(); // [instances], -1 where unknown
        Checks.require(
                IntStream.of(classes).anyMatch(c -> c >= 0),
                "held-out instances must be of classes that the classifier knows but none was");
        double[] logPrior = logShares(labels.size(), classes);
        double[] fitted = new Likelihood(heldOut, classes, logPrior).maximum();
        double[] answered = new double[labels.size()]; // [classes], logs
        for (int c = 0; c < answered.length; c++) {
            answered[c] = (1 - fitted[1]) * logPrior[c];
        }
        LogSumExp.logSoftmax(answered, 1, answered);
        return new AnsweredPrior(
                1 / fitted[0],
                IntStream.range(0, answered.length)
                        .mapToObj(c -> Math.exp(answered[c]))
                        .toList());
    }

    /** Logs of the shares; a class without an instance counts as half a one. */
    private static double[] logShares(int labels, int[] classes) {
        double[] counts = new double[labels];
        for (int c : classes) {
            if (c >= 0) {
                counts[c]++;
            }
        }
        double[] logs = new double[labels];
        for (int c = 0; c < labels; c++) {
            logs[c] = Math.log(Math.max(counts[c], 0.5) / classes.length);
        }
        LogSumExp.logSoftmax(logs, 1, logs);
        return logs;
    }

    /**
     * The likelihood of the labels as a function of the factor 1/T and of tau: concave, so Newton's method climbs it.
     */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Likelihood(HeldOut<?> heldOut, int[] classes, double[] logPrior) {

        double[] maximum() {
            double[] at = {1, 0}; // factor, tau
            for (int step = 0; step < STEPS; step++) {
                double[] move = newton(at);
                double scale = 1;
                while (scale > CLOSE
                        && !(at[0] + scale * move[0] > 0 && value(at, move, scale) >= value(at, move, 0))) {
                    scale /= 2;
                }
                if (scale <= CLOSE) {
                    return at; // the best factor above 0 is as near to 0 as makes no difference
                }
                at[0] += scale * move[0];
                at[1] += scale * move[1];
                if (scale * Math.hypot(move[0], move[1]) < CLOSE * Math.hypot(at[0], at[1])) {
                    return at;
                }
            }
            return at;
        }

        private double value(double[] at, double[] move, double scale) {
            double factor = at[0] + scale * move[0];
            double tau = at[1] + scale * move[1];
            double sum = 0;
            for (int i = 0; i < classes.length; i++) {
                if (classes[i] >= 0) {
                    sum += logProbabilities(i, factor, tau)[classes[i]];
                }
            }
            return sum;
        }

        private double[] logProbabilities(int i, double factor, double tau) {
            float[] row = heldOut.logits().row(i);
            double[] logs = new double[row.length];
            for (int c = 0; c < row.length; c++) {
                logs[c] = factor * row[c] + tau * logPrior[c];
            }
            LogSumExp.logSoftmax(logs, 1, logs);
            return logs;
        }

        /** Gradient over curvature, both by the covariances of logit and log-prior under each instance's softmax. */
        private double[] newton(double[] at) {
            double[] gradient = new double[2];
            double[] curvature = {1e-6, 0, 1e-6}; // factor twice, mixed, tau twice; never singular
            for (int i = 0; i < classes.length; i++) {
                if (classes[i] >= 0) {
                    add(i, at, gradient, curvature);
                }
            }
            double determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
            return new double[] {
                (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant,
                (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant
            };
        }

        private void add(int i, double[] at, double[] gradient, double[] curvature) {
            float[] row = heldOut.logits().row(i);
            double[] logs = logProbabilities(i, at[0], at[1]);
            double s = 0;
            double p = 0;
            double ss = 0;
            double sp = 0;
            double pp = 0;
            for (int c = 0; c < row.length; c++) {
                double probability = Math.exp(logs[c]);
                s += probability * row[c];
                p += probability * logPrior[c];
                ss += probability * row[c] * row[c];
                sp += probability * row[c] * logPrior[c];
                pp += probability * logPrior[c] * logPrior[c];
            }
            gradient[0] += row[classes[i]] - s;
            gradient[1] += logPrior[classes[i]] - p;
            curvature[0] += ss - s * s;
            curvature[1] += sp - s * p;
            curvature[2] += pp - p * p;
        }
    }
}
