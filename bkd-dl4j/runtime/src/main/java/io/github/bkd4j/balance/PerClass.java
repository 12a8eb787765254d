package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Weights of classes that all have a training instance. */
final class PerClass {

    private PerClass() {}

    static double[] weights(ClassCounts counts, String weighting, DoubleUnaryOperator weightOfCount) {
        counts.requireEach("to be weighted by " + weighting);
        return sumToClasses(counts.stream().asDoubleStream().map(weightOfCount).toArray());
    }

    // Divided by the largest first: neither does the sum overflow, nor is it 0.
    static double[] sumToClasses(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(1);
        double sum = Arrays.stream(weights).map(weight -> weight / largest).sum();
        return Arrays.stream(weights)
                .map(weight -> weights.length * (weight / largest / sum))
                .toArray();
    }
}
