package io.github.bkd4j.train;

import io.github.bkd4j.io.Checks;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** The update rule of the parameters, with its step size schedule. */
public sealed interface Optimiser {

    /**
     * Adam whose step size falls linearly to 0 at the last step.
     *
     * @return the optimiser for texts, and a good first choice for other inputs
     */
    static Optimiser adam() {
        return new Adam();
    }

    /**
     * The settings that residual networks on CIFAR-LT are trained with by convention (Cao et al. 2019), for a learning
     * rate of 0.1: momentum 0.9, l2 0.0002, a warm-up over the first 1/40 of the training, and a factor of 1/100 on the
     * step size at 80% and again at 90% of it.
     *
     * @return the optimiser
     */
    static Nesterov nesterov() {
        return new Nesterov(0.9, 2e-4, 0.025, List.of(0.8, 0.9), 0.01);
    }

    /**
     * Creates the DL4J updater of one training.
     *
     * @param learningRate the largest step size, finite and greater than 0
     * @param steps optimiser steps in the whole training, at least 1
     * @return an updater for all parameters
     */
    IUpdater updater(double learningRate, long steps);

    /**
     * The L2 penalty on weights.
     *
     * @return the multiple of each weight that is added to its gradient, at least 0; 0 by default
     */
    default double l2() {
        return 0;
    }

    /** Adam whose step size falls linearly to 0 at the last step. */
    record Adam() implements Optimiser {

        @Override
        public org.nd4j.linalg.learning.config.Adam updater(double learningRate, long steps) {
            return new org.nd4j.linalg.learning.config.Adam(new LinearDecay(learningRate, steps));
        }
    }

    /**
     * SGD with Nesterov momentum; ND4J has no plain momentum. ND4J multiplies gradients by the step size before it adds
     * them to the velocity. After a drop of the step size, the old velocity therefore still moves parameters at the old
     * size for a while; in PyTorch it moves them at the new size. Works only on DL4J's dense parameters: text networks
     * are refused.
     *
     * @param momentum share of the velocity kept in each step, at least 0 and less than 1
     * @param l2 the multiple of each weight that is added to its gradient, finite and at least 0: PyTorch's
     *     {@code weight_decay}, but not applied to biases and batch normalisation
     * @param warmUp share of the training in which the step size rises linearly from 0, at least 0 and less than 1
     * @param drops shares of the training at which the step size drops, each greater than 0 and less than 1, in
     *     ascending order
     * @param factor multiplies the step size at each drop, greater than 0 and at most 1
     */
    record Nesterov(double momentum, double l2, double warmUp, List<Double> drops, double factor) implements Optimiser {

        /**
         * Checks the ranges.
         *
         * @param momentum see {@link Nesterov}
         * @param l2 see {@link Nesterov}
         * @param warmUp see {@link Nesterov}
         * @param drops see {@link Nesterov}
         * @param factor see {@link Nesterov}
         * @throws IllegalArgumentException if a value is outside its range
         */
        public Nesterov {
            Checks.share("momentum", momentum);
            Checks.finiteAtLeastZero("l2", l2);
            drops = List.copyOf(drops);
            WarmUpAndDrops.requireShape(warmUp, drops, factor);
        }

        @Override
        public IUpdater updater(double learningRate, long steps) {
            return new Nesterovs(new WarmUpAndDrops(learningRate, steps, warmUp, drops, factor), momentum);
        }
    }
}
