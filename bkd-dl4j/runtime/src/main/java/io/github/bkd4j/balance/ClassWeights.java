package io.github.bkd4j.balance;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/**
 * How much a class counts, from how often it occurs in training. Weights sum to the number of classes, so that they
 * change the balance between classes and not the size of a loss.
 *
 * <pre>{@code
 * ClassCounts counts = new ClassCounts(List.of("delivery", "refund"), List.of(3L, 1L));
 * ClassWeights.inverseFrequency(1).weights(counts); // 0.5, 1.5
 * }</pre>
 */
public sealed interface ClassWeights
        permits EqualWeights, EffectiveNumberWeights, InverseFrequencyWeights, GivenWeights {

    /**
     * Weighs the classes.
     *
     * @param counts training instances of each class
     * @return {@code [classes]} in the order of the counts, none negative, summing to the number of classes; a fresh
     *     array
     * @throws IllegalArgumentException if a weight needs an instance and its class has none, or if the classes are not
     *     as many as the weights given
     */
    double[] weights(ClassCounts counts);

    /**
     * Every instance alike, which leaves the long tail as it is: all weights are 1.
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
     * @param beta in [0, 1): 0 weighs all classes alike, towards 1 it nears the inverse frequency
     * @return weights that need an instance of every class
     * @throws IllegalArgumentException if {@code beta} is out of range
     */
    static ClassWeights effectiveNumber(double beta) {
        return new EffectiveNumberWeights(beta);
    }

    /**
     * The inverse frequency to a power, {@code n^-power}.
     *
     * @param power finite, at least 0: 0 weighs all classes alike, 1 is the inverse frequency, 0.5 its square root
     * @return weights that need an instance of every class
     * @throws IllegalArgumentException if {@code power} is out of range
     */
    static ClassWeights inverseFrequency(double power) {
        return new InverseFrequencyWeights(power);
    }

    /**
     * Weights from elsewhere, whatever the counts are.
     *
     * @param weights in the order of the classes, each finite and above 0; they need not sum to anything
     * @return the same weights, scaled to sum to the number of classes
     * @throws IllegalArgumentException if there is no weight, or one is out of range
     */
    static ClassWeights given(List<Double> weights) {
        return new GivenWeights(weights);
    }
}
