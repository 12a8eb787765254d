package io.github.bkd4j.loss;

import io.github.bkd4j.kernel.LogSumExp;

/** Cross-entropy, {@code CE(s, y) = -sum_c y_c log softmax(s)_c}; its gradient is softmax(s) - y. */
final class CrossEntropyTerm {

    private CrossEntropyTerm() {}

    /**
     * Adds the gradient of one instance to {@code gradient}.
     *
     * @param logits s, [classes]
     * @param labels y, its first [classes] entries; all zero for an instance without a label
     * @param weight what the term is multiplied by
     * @param gradient [classes]
     * @return the weighted cross-entropy
     */
    static double add(double[] logits, double[] labels, double weight, double[] gradient) {
        double[] p = new double[logits.length];
        double z = LogSumExp.softmax(logits, 1, p);
        double loss = 0;
        double mass = 0;
        for (int c = 0; c < p.length; c++) {
            mass += labels[c];
            loss += labels[c] * (z - logits[c]);
        }
        for (int c = 0; c < p.length; c++) {
            gradient[c] += weight * (mass * p[c] - labels[c]);
        }
        return weight * loss;
    }
}
