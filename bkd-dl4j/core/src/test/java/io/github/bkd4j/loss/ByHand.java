package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;

import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch small enough to be worked by hand.
 *
 * @param labels what the loss reads beside the logits
 * @param logits [batch, classes]
 */
record ByHand(INDArray labels, INDArray logits) {

    private static final double EXACT = 1e-14;

    /** One instance; {@code labels} has the class's one-hot row first. */
    static ByHand instance(double[] labels, double... logits) {
        return new ByHand(Nd4j.createFromArray(new double[][] {labels}), Nd4j.createFromArray(new double[][] {logits}));
    }

    void assertLoss(LogitLoss loss, double expected, double... gradient) {
        assertTerms(loss, new LossTerms(expected, 0), new double[][] {gradient});
    }

    /** Of a loss whose terms are means over the batch, and whose gradient is not divided by it. */
    void assertTerms(LogitLoss loss, LossTerms expected, double[][] gradient) {
        assertClose(loss.terms(labels, logits).hard(), expected.hard(), EXACT);
        assertClose(loss.terms(labels, logits).distillation(), expected.distillation(), EXACT);
        assertClose(
                loss.computeGradient(labels, logits, new ActivationIdentity(), null),
                Nd4j.createFromArray(gradient),
                EXACT);
    }
}
