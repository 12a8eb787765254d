package io.github.bkd4j.evaluate;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Expected calibration error: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, equation 3. */
final class CalibrationError {

    private static final int BINS = 15;

    private CalibrationError() {}

    /** Over bins of equal width, the mean distance between the top probability and the accuracy. */
    static double of(Logits logits, IntPredicate right) {
        double[] excess = new double[BINS]; // of confidence over accuracy, summed over a bin's instances
        for (int i = 0; i < logits.size(); i++) {
            double confidence = logits.probabilities(i)[logits.top(i)];
            excess[bin(confidence)] += confidence - (right.test(i) ? 1 : 0);
        }
        return Arrays.stream(excess).map(Math::abs).sum() / logits.size();
    }

    // A bin has its upper edge, not its lower one.
    private static int bin(double confidence) {
        return (int) Math.ceil(confidence * BINS) - 1;
    }
}
