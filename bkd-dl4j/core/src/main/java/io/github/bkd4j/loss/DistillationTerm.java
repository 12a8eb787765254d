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
     * @param targets q, soft targets that sum to 1, [classes]
     * @param gradient [classes]
     * @return the term
     */
    double add(double[] logits, double[] targets, double[] gradient) {
        int classes = logits.length;
        double[] logP = new double[classes];
        LogSoftmax.of(logits, 1 / temperature, logP);
        double divergence = 0;
        for (int c = 0; c < classes; c++) {
            if (targets[c] > 0) {
                divergence += targets[c] * (Math.log(targets[c]) - logP[c]);
            }
            gradient[c] += alpha * temperature * (Math.exp(logP[c]) - targets[c]);
        }
        return alpha * temperature * temperature * divergence;
    }
}
