package io.github.bkd4j.loss;

import java.util.Arrays;

/**
 * Base of the losses on label sets: a binary problem per label, their sum over the labels, its mean over the instances.
 * The labels of an instance are {@code [labels]}: 1 where the label is present, 0 where it is absent, -1 where that is
 * not known, which adds nothing. An empty set, all 0, is learnt from as any other; an instance of which nothing is
 * known does not count in the mean. Gradients do not sum to 0 over the labels. Immutable.
 */
abstract sealed class LabelSetLoss extends HardLabelLoss
        permits AsymmetricLoss, BinaryCrossEntropyLoss, BinaryFocalLoss, PriorLoss {

    private static final long serialVersionUID = 1L;

    /**
     * The loss of one label.
     *
     * @param c the label's position
     * @param logit of the label
     * @param isPresent whether the instance has the label
     */
    abstract LabelTerm term(int c, double logit, boolean isPresent);

    /** What the loss of each label is multiplied by in this instance, {@code [labels]}; unless overridden 1. */
    double[] factors(double[] labels) {
        double[] factors = new double[labels.length];
        Arrays.fill(factors, 1);
        return factors;
    }

    @Override
    protected final double instance(double[] logits, double[] labels, double[] gradient) {
        double[] factors = factors(labels);
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            if (labels[c] >= 0) {
                LabelTerm term = term(c, logits[c], labels[c] > 0).times(factors[c]);
                sum += term.loss();
                gradient[c] += term.slope();
            }
        }
        return sum;
    }

    @Override
    protected final double weight(double[] labels) {
        for (double label : labels) {
            if (label >= 0) {
                return 1;
            }
        }
        return 0;
    }
}
