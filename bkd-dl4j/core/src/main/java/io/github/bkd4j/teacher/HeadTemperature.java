package io.github.bkd4j.teacher;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** How surprising the labels of instances left out are, for each temperature that logits may be divided by. */
final class HeadTemperature {

    private static final double STEP = 1.1; // between temperatures
    private static final int STEPS = 20; // on either side of 1: from 0.15 to 6.7

    private final double[] surprises = new double[2 * STEPS + 1]; // summed over instances, by temperature

    /** Adds the loss on an instance as a function of what its logits are multiplied by. */
    void add(DoubleUnaryOperator surprise) {
        for (int t = 0; t < surprises.length; t++) {
            surprises[t] += surprise.applyAsDouble(1 / temperature(t));
        }
    }

    private static double temperature(int step) {
        return Math.pow(STEP, step - STEPS);
    }

    /** The temperature under which the labels are most likely; 1 if nothing was scored. */
    double best() {
        if (Arrays.stream(surprises).allMatch(sum -> sum == 0)) {
            return 1;
        }
        return IntStream.range(0, surprises.length)
                .boxed()
                .min(Comparator.comparingDouble(t -> surprises[t]))
                .map(HeadTemperature::temperature)
                .orElseThrow();
    }
}
