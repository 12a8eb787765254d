package io.github.bkd4j.loss;

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
        Ranges.atLeastZero("alpha", alpha);
    }

    /**
     * Adds the gradient of one instance to {@code gradient}.
     *
     * @param logits s, [classes]
     * @param targets q, soft targets that sum to 1, or all zero where the teacher is silent, [classes]
     * @param gradient [classes]
     * @return the term
     */
    double add(double[] logits, double[] targets, double[] gradient) {
        double[] p = new double[logits.length];
        double z = Softmax.of(logits, 1 / temperature, p);
        double divergence = 0;
        double mass = 0;
        for (double q : targets) {
            mass += q;
        }
        for (int c = 0; c < p.length; c++) {
            double q = targets[c];
            if (q > 0) {
                divergence += q * (Math.log(q) - (logits[c] / temperature - z));
            }
            gradient[c] += alpha * temperature * (mass * p[c] - q);
        }
        return alpha * temperature * temperature * divergence;
    }
}
