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
     * @param temperature T, finite and greater than 0
     * @return the soft targets
     * @throws IllegalArgumentException if the temperature is outside its range
     */
    static SoftTargets plain(double temperature) {
        Temperature.of(temperature);
        return teacher -> Softmax.of(teacher, 1 / temperature, teacher);
    }

    /**
     * Class-balanced soft targets, {@code q = softmax((t + tau log w) / T)}; with tau = T this is {@code normalise(w *
     * softmax(t / T))}, the form of the paper.
     *
     * @param temperature T, finite and greater than 0
     * @param tempering tau, finite and at least 0
     * @param weights w, {@code [classes]}, each positive and finite
     * @return the soft targets, for that many classes
     * @throws IllegalArgumentException if there are no weights, or a value is outside its range
     */
    static SoftTargets balanced(double temperature, double tempering, List<Double> weights) {
        Temperature.of(temperature);
        Ranges.atLeastZero("tempering", tempering);
        double[] shift = Ranges.weights(weights).stream()
                .mapToDouble(w -> tempering * Math.log(w))
                .toArray();
        return teacher -> {
            add(shift, teacher);
            Softmax.of(teacher, 1 / temperature, teacher);
        };
    }

    private static void add(double[] shift, double[] teacher) {
        if (teacher.length != shift.length) {
            throw new IllegalArgumentException("teacher logits must be [" + shift.length
                    + "], one a class weight, but were [" + teacher.length + "]");
        }
        for (int c = 0; c < shift.length; c++) {
            teacher[c] += shift[c];
        }
    }
}
