package io.github.bkd4j.loss;

import java.io.Serializable;
import java.util.List;

/**
 * What the student is asked to imitate: a distribution over the classes for each instance, made from the teacher's
 * logits. It does not depend on the student, so it is computed once and not at every step.
 */
@FunctionalInterface
public interface SoftTargets extends Serializable {

    /**
     * Turns a teacher's row into soft targets, in place.
     *
     * @param teacher the teacher's logits t on entry, q on return, {@code [classes]}
     */
    void replace(double[] teacher);

    /**
     * Leaves the row alone: it holds soft targets already, or the loss makes them itself.
     *
     * @return the identity
     */
    static SoftTargets asGiven() {
        return q -> {};
    }

    /**
     * Plain knowledge distillation, {@code q = softmax(t / T)}.
     *
     * @param temperature T
     * @return the soft targets
     */
    static SoftTargets plain(double temperature) {
        return teacher -> {
            LogSoftmax.of(teacher, 1 / temperature, teacher);
            exponentiate(teacher);
        };
    }

    /**
     * Class-balanced soft targets, {@code q = softmax((t + tau log w) / T)}; with tau = T this is {@code normalise(w *
     * softmax(t / T))}, the form of the paper.
     *
     * @param temperature T
     * @param tempering tau
     * @param weights w, {@code [classes]}, each positive
     * @return the soft targets
     */
    static SoftTargets balanced(double temperature, double tempering, List<Double> weights) {
        double[] shift = weights.stream()
                .mapToDouble(w -> tempering / temperature * Math.log(w))
                .toArray();
        return teacher -> {
            LogSoftmax.of(teacher, 1 / temperature, teacher);
            for (int c = 0; c < teacher.length; c++) {
                teacher[c] += shift[c];
            }
            LogSoftmax.of(teacher, 1, teacher);
            exponentiate(teacher);
        };
    }

    private static void exponentiate(double[] logP) {
        for (int c = 0; c < logP.length; c++) {
            logP[c] = Math.exp(logP[c]);
        }
    }
}
