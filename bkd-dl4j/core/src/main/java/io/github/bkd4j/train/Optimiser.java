package io.github.bkd4j.train;

import io.github.bkd4j.io.Checks;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** How parameters follow their gradients, and how the step size changes in the course of a training. */
public sealed interface Optimiser {

    /**
     * Adam whose step size falls linearly to 0 at the last step.
     *
     * @return the optimiser for texts, and a good start for all else
     */
    static Optimiser adam() {
        return new Adam();
    }

    /**
     * What residual networks are customarily trained with on CIFAR-LT (Cao et al. 2019), at learning rate 0.1: momentum
     * 0.9, l2 0.0002, a warm-up over 1/40 of the training, and steps to 1/100 at 80% and again at 90% of it.
     *
     * @return the optimiser
     */
    static Nesterov nesterov() {
        return new Nesterov(0.9, 2e-4, 0.025, List.of(0.8, 0.9), 0.01);
    }

    /**
     * The optimiser of one training.
     *
     * @param learningRate the schedule's
     * @param steps in the whole training, at least 1
     * @return an updater for every parameter
     */
    IUpdater updater(double learningRate, long steps);

    /**
     * The penalty on weights.
     *
     * @return what each weight's gradient gets of the weight itself, at least 0
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
     * Nesterov's momentum; ND4J has no plain one. It keeps the step size inside the velocity, so that after a drop old
     * velocity still moves at the old size for a while, where PyTorch's moves at the new one. For the dense parameters
     * of DL4J alone: a network for texts is refused.
     *
     * @param momentum share of the velocity that is kept, at least 0 and less than 1
     * @param l2 what each weight's gradient gets of the weight itself, finite and at least 0: what PyTorch calls
     *     {@code weight_decay}, except that biases and batch normalisation are spared
     * @param warmUp share of the training in which the step size rises linearly from 0, at least 0 and less than 1
     * @param drops shares of the training at which the step size drops, each greater than 0 and less than 1, rising
     * @param factor what a drop multiplies it by, greater than 0 and at most 1
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
