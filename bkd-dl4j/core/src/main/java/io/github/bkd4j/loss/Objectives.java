package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;

/** The objectives that come with the library. */
public final class Objectives {

    private Objectives() {}

    /**
     * Cross-entropy, every instance alike.
     *
     * @return the objective {@code ce}
     */
    public static Objective crossEntropy() {
        return new CrossEntropy();
    }

    /**
     * Knowledge distillation; see {@link KdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the distillation term, finite and at least 0
     * @return the objective {@code kd}
     * @throws IllegalArgumentException if alpha is outside its range
     */
    public static Objective distillation(Temperature temperature, double alpha) {
        return new PlainDistillation(temperature, alpha);
    }

    /**
     * Balanced knowledge distillation as published: alpha 1, weights from the start, tau = T; see {@link BkdLoss}.
     *
     * @param temperature T
     * @param weights class weights of the soft targets
     * @return the objective {@code bkd}
     */
    public static BalancedDistillation balancedDistillation(Temperature temperature, ClassWeights weights) {
        return new BalancedDistillation(temperature, 1, weights, temperature.value(), Reweighting.fromTheStart());
    }
}
