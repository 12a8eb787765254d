package io.github.bkd4j.loss;

import java.util.Collections;
import java.util.List;

/** Refuses parameters that are one per class and do not fit. */
final class Ranges {

    private Ranges() {}

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
