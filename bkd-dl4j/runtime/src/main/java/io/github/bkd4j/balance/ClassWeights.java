package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/**
 * Class weights, computed from the class sizes of training. Weights sum to the number of classes, so that they change
 * the balance between classes and not the size of a loss.
 *
 * <pre>{@code
 * ClassCounts counts = new ClassCounts(List.of("delivery", "refund"), List.of(3L, 1L));
 * ClassWeights.inverseFrequency(1).weights(counts); // 0.5, 1.5
 * }</pre>
 */
public sealed interface ClassWeights
        permits EqualWeights, EffectiveNumberWeights, InverseFrequencyWeights, GivenWeights {

    /**
     * Computes the weights.
     *
     * @param counts training instances of each class
     * @return {@code [classes]} in the order of the counts, none negative, summing to the number of classes; a fresh
     *     array
     * @throws IllegalArgumentException if a class without an instance cannot be weighted, or the number of classes is
     *     not that of the given weights
     */
    double[] weights(ClassCounts counts);

    /**
     * All weights are 1: every instance counts the same, and large classes dominate the loss.
     *
     * @return the weights of a plain loss
     */
    static ClassWeights instanceBalanced() {
        return new EqualWeights();
    }

    /**
     * The inverse of the effective number of instances, {@code (1 - beta) / (1 - beta^n)}: Cui et al., Class-Balanced
     * Loss Based on Effective Number of Samples, CVPR 2019, equation 4.
     *
     * @param beta in [0, 1): 0 gives all classes the same weight; near 1 it approaches the inverse frequency
     * @return weights that require an instance of every class
     * @throws IllegalArgumentException if {@code beta} is out of range
     */
    static ClassWeights effectiveNumber(double beta) {
        return new EffectiveNumberWeights(beta);
    }

    /**
     * The inverse frequency to a power, {@code n^-power}.
     *
     * @param power finite, at least 0: 0 gives all classes the same weight, 1 is the inverse frequency, 0.5 its square
     *     root
     * @return weights that require an instance of every class
     * @throws IllegalArgumentException if {@code power} is out of range
     */
    static ClassWeights inverseFrequency(double power) {
        return new InverseFrequencyWeights(power);
    }

    /**
     * Given weights, independent of the counts.
     *
     * @param weights in the order of the classes, each finite and above 0; any sum
     * @return the same weights, scaled to sum to the number of classes
     * @throws IllegalArgumentException if there is no weight, or one is out of range
     */
    static ClassWeights given(List<Double> weights) {
        return new GivenWeights(weights);
    }
}
