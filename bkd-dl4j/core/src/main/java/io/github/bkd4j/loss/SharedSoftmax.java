package io.github.bkd4j.loss;

import io.github.bkd4j.kernel.LogSumExp;

/**
 * Cross-entropy beside distillation at temperature 2, of one instance: the exponentials of s are the squares of those
 * of s / 2, so that the second softmax costs no second exponential. Equal to {@link CrossEntropyTerm} and
 * {@link DistillationTerm} but for rounding.
 */
final class SharedSoftmax {

    static final double TEMPERATURE = 2;

    private final double[] shifted; // s, the largest of which is 0, [classes]
    private final double[] roots; // exp(shifted / 2), [classes]
    private final double rootSum;
    private final double sum;

    /** Takes the logits s, [classes]. */
    SharedSoftmax(double[] logits) {
        double largest = LogSumExp.largest(logits);
        shifted = new double[logits.length];
        roots = new double[logits.length];
        double first = 0;
        double second = 0;
        for (int c = 0; c < logits.length; c++) {
            shifted[c] = logits[c] - largest;
            double root = Math.exp(shifted[c] / TEMPERATURE);
            roots[c] = root;
            first += root;
            second += root * root;
        }
        rootSum = first;
        sum = second;
    }

    /**
     * Adds the gradient of both terms to {@code gradient}.
     *
     * @param labels y, [classes]; all zero for an instance without a label
     * @param weight what the cross-entropy is multiplied by
     * @param targets q, soft targets that sum to 1, or all 0 where the teacher is silent, its first [classes] entries
     * @param sharpness of q, see {@link DistillationTerm#sharpness}
     * @param alpha weight of the distillation term
     * @param gradient [classes]
     * @return both terms
     */
    LossTerms add(double[] labels, double weight, double[] targets, double sharpness, double alpha, double[] gradient) {
        double mass = 0;
        double labelled = 0;
        double targetMass = 0;
        double targeted = 0;
        for (int c = 0; c < shifted.length; c++) {
            mass += labels[c];
            labelled += labels[c] * shifted[c];
            targetMass += targets[c];
            targeted += targets[c] * shifted[c];
        }
        addGradient(labels, weight, weight * mass / sum, targets, targetMass, alpha * TEMPERATURE, gradient);
        double divergence = sharpness + targetMass * Math.log(rootSum) - targeted / TEMPERATURE;
        return new LossTerms(
                weight * (mass * Math.log(sum) - labelled), alpha * TEMPERATURE * TEMPERATURE * divergence);
    }

    private void addGradient(
            double[] labels,
            double weight,
            double share,
            double[] targets,
            double targetMass,
            double factor,
            double[] gradient) {
        double rootShare = factor * targetMass / rootSum;
        for (int c = 0; c < roots.length; c++) {
            double root = roots[c];
            gradient[c] += root * (share * root + rootShare) - weight * labels[c] - factor * targets[c];
        }
    }
}
