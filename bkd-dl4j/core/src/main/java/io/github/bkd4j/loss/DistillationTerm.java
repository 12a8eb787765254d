package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import java.io.Serializable;

/**
 * The distillation loss {@code alpha T^2 KL(q || softmax(s / T))}; its gradient is {@code alpha T (softmax(s / T) -
 * q)}.
 *
 * @param temperature T
 * @param alpha its weight beside the hard-label term, at least 0
 */
record DistillationTerm(double temperature, double alpha) implements Serializable {

    DistillationTerm {
        Temperature.of(temperature);
        Checks.finiteAtLeastZero("alpha", alpha);
    }

    /**
     * Adds the gradient of one instance to {@code gradient}.
     *
     * @param logits s, [classes]
     * @param targets q, soft targets that sum to 1, or all 0 where the teacher is silent, its first [classes] entries
     * @param sharpness of q, see {@link #sharpness}
     * @param gradient [classes]
     * @return the term
     */
    double add(double[] logits, double[] targets, double sharpness, double[] gradient) {
        double[] p = new double[logits.length];
        double z = LogSumExp.softmax(logits, 1 / temperature, p);
        double mass = 0;
        double agreement = 0; // sum of q log p
        for (int c = 0; c < p.length; c++) {
            mass += targets[c];
            agreement += targets[c] * (logits[c] / temperature - z);
        }
        for (int c = 0; c < p.length; c++) {
            gradient[c] += alpha * temperature * (mass * p[c] - targets[c]);
        }
        return alpha * temperature * temperature * (sharpness - agreement);
    }

    /** The part of the divergence that does not depend on the student, {@code sum(q log q)}, of q [classes]. */
    static double sharpness(double[] targets) {
        double sum = 0;
        for (double q : targets) {
            sum += q > 0 ? q * Math.log(q) : 0;
        }
        return sum;
    }
}
