package io.github.bkd4j.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Base of the losses on hard labels alone. A subclass says the loss and the gradient of one instance, as if there were
 * no weights; the base multiplies both by the instance's {@link #weight}, so that over the batch comes out the weighted
 * mean {@code sum(w l) / sum(w)}. Unless overridden the weight is 1 with a label and 0 without: the mean is over those
 * that have one. Immutable.
 */
public abstract non-sealed class HardLabelLoss extends LogitLoss {

    private static final long serialVersionUID = 1L;

    /** The weight of an instance: that of its class, 0 without a label. */
    static double weightOf(double[] labels, List<Double> weights) {
        double weight = 0;
        for (int c = 0; c < labels.length; c++) {
            weight += labels[c] == 0 ? 0 : labels[c] * weights.get(c);
        }
        return weight;
    }

    /**
     * The loss of one instance, neither weighted nor divided by the batch's size.
     *
     * @param logits the pre-output, {@code [classes]}
     * @param labels one-hot labels, {@code [classes]}; all 0 for an instance without a label
     * @param gradient all zero; receives the derivative with respect to the logits, {@code [classes]}
     * @return the loss
     */
    protected abstract double instance(double[] logits, double[] labels, double[] gradient);

    /**
     * How much an instance counts in the mean.
     *
     * @param labels one-hot labels, {@code [classes]}
     * @return at least 0; unless overridden the sum of the labels, 1 where there is one
     */
    protected double weight(double[] labels) {
        double sum = 0;
        for (double label : labels) {
            sum += label;
        }
        return sum;
    }

    /** {@link #weight} of each instance in ND4J operations: [batch, 1] of labels [batch, classes]. */
    INDArray weights(INDArray labels) {
        return labels.sum(true, 1);
    }

    @Override
    public final boolean needsTeacher() {
        return false;
    }

    @Override
    final HardLabelLoss hardLabels() {
        return this;
    }

    @Override
    final LossTerms instanceTerms(double[] logits, double[] labels, double[] teacher, double scale, double[] gradient) {
        double factor = scale * weight(labels);
        double loss = instance(logits, labels, gradient);
        for (int c = 0; c < gradient.length; c++) {
            gradient[c] *= factor;
        }
        return new LossTerms(factor * loss, 0);
    }
}
