package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import java.util.function.DoubleUnaryOperator;

/**
 * Temperature scaling, which calibrates probabilities with one number: Guo et al., On Calibration of Modern Neural
 * Networks, ICML 2017.
 */
public final class TemperatureScaling {

    private static final double LARGEST = 100; // and 1/LARGEST the smallest
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 60; // each shortens the interval by a factor of 0.62

    private TemperatureScaling() {}

    /**
     * The temperature that maximises the likelihood of the labels when logits are divided by it.
     *
     * @param logits of a model that was not trained on these instances
     * @param corpus what they are about, at least one instance, with labels that the logits have
     * @return between 0.01 and 100; above 1 for an overconfident model
     * @throws IllegalArgumentException if sizes differ, there is no instance, a label is unknown, or the logits are
     *     silent on an instance
     */
    public static double fit(Logits logits, Corpus<?> corpus) {
        Checks.require(
                logits.size() == corpus.size() && corpus.size() > 0,
                "logits must be about every instance of a corpus that has some, " + corpus.size() + ", but were about "
                        + logits.size());
        int[] classes = new int[corpus.size()];
        for (int i = 0; i < classes.length; i++) {
            String label = corpus.labels().get(corpus.classOf(i));
            classes[i] = logits.labels().indexOf(label);
            if (classes[i] < 0) {
                throw new IllegalArgumentException("label '" + label + "' must be one of the logits but was not");
            }
        }
        double inverse = least(log -> surprise(logits, classes, Math.exp(log)), -Math.log(LARGEST), Math.log(LARGEST));
        return Math.exp(-inverse);
    }

    /** Mean negative log-likelihood; convex in the factor. */
    private static double surprise(Logits logits, int[] classes, double factor) {
        double sum = 0;
        for (int i = 0; i < classes.length; i++) {
            float[] row = logits.row(i);
            double[] scaled = new double[row.length];
            for (int c = 0; c < row.length; c++) {
                scaled[c] = factor * row[c];
            }
            sum += LogSumExp.of(scaled) - scaled[classes[i]];
        }
        return sum / classes.length;
    }

    /** Golden-section search in an interval where the function first falls, then rises. */
    private static double least(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (function.applyAsDouble(left) <= function.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
