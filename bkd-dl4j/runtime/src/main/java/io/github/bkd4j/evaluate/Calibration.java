package io.github.bkd4j.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/** Expected calibration error: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, equation 3. */
final class Calibration {

    private static final int BINS = 15;

    private Calibration() {}

    /** Over bins of equal width, the mean distance between the top probability and the accuracy. */
    static double error(Predictions predictions) {
        return bins(predictions).stream()
                        .mapToDouble(bin -> bin.instances() * Math.abs(bin.confidence() - bin.accuracy()))
                        .sum()
                / predictions.size();
    }

    static List<ReliabilityBin> bins(Predictions predictions) {
        int[] instances = new int[BINS];
        int[] hits = new int[BINS];
        double[] confidences = new double[BINS]; // summed over a bin's instances
        for (int i = 0; i < predictions.size(); i++) {
            int bin = bin(predictions.confidence(i));
            instances[bin]++;
            hits[bin] += predictions.isRight(i) ? 1 : 0;
            confidences[bin] += predictions.confidence(i);
        }
        return IntStream.range(0, BINS)
                .mapToObj(bin -> new ReliabilityBin(
                        instances[bin],
                        ClassScores.share(confidences[bin], instances[bin]),
                        ClassScores.share(hits[bin], instances[bin])))
                .toList();
    }

    // A bin includes its upper edge, not its lower one; rounding can lift a probability slightly above 1.
    private static int bin(double confidence) {
        return Math.min(BINS, (int) Math.ceil(confidence * BINS)) - 1;
    }
}
