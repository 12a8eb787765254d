package io.github.bkd4j.loss;

import java.util.Collections;
import java.util.List;

/** Refuses parameters of losses and objectives that are out of range. */
public final class Ranges {

    private Ranges() {}

    /**
     * Refuses a negative number, infinity and NaN.
     *
     * @param name of the parameter, for the message
     * @param value of the parameter
     * @return the value
     * @throws IllegalArgumentException if not finite and at least 0
     */
    public static double atLeastZero(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0 but was " + value);
        }
        return value;
    }

    /**
     * Refuses 0, a negative number, infinity and NaN.
     *
     * @param name of the parameter, for the message
     * @param value of the parameter
     * @return the value
     * @throws IllegalArgumentException if not finite and greater than 0
     */
    public static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and > 0 but was " + value);
        }
        return value;
    }

    /**
     * Refuses what is no share that leaves something over.
     *
     * @param name of the parameter, for the message
     * @param value of the parameter
     * @return the value
     * @throws IllegalArgumentException if not at least 0 and less than 1
     */
    public static double belowOne(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be >= 0 and < 1 but was " + value);
        }
        return value;
    }

    /** A copy of class weights, [classes]. */
    static List<Double> weights(List<Double> weights) {
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("class weights must have at least one entry but had none");
        }
        for (int c = 0; c < weights.size(); c++) {
            double weight = weights.get(c);
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "class weights must be finite and > 0 but weight " + c + " was " + weight);
            }
        }
        return List.copyOf(weights);
    }

    /** A copy of class sizes, [classes]. */
    static List<Long> counts(List<Long> counts) {
        if (counts.isEmpty() || Collections.min(counts) < 1) {
            throw new IllegalArgumentException("counts must each be >= 1 but were " + counts);
        }
        return List.copyOf(counts);
    }

    /** Refuses what is bound to another number of classes; 0 is bound to none. */
    static void sameClasses(String name, int classes, String other, int otherClasses) {
        if (classes != 0 && classes != otherClasses) {
            throw new IllegalArgumentException(
                    name + " must have " + otherClasses + " classes, as many as " + other + ", but had " + classes);
        }
    }
}
