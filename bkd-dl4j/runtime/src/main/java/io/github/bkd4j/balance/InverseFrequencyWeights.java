package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;

/**
 * The inverse frequency to a power.
 *
 * @param power finite, at least 0
 */
record InverseFrequencyWeights(double power) implements ClassWeights {

    InverseFrequencyWeights {
        Checks.finiteAtLeastZero("power", power);
    }

    // Relative to the smallest class, whose weight is 1: n^-power by itself would underflow.
    @Override
    public double[] weights(ClassCounts counts) {
        double smallest = counts.stream().min().orElse(1);
        return PerClass.weights(counts, "inverse frequency", n -> Math.pow(n / smallest, -power));
    }
}
