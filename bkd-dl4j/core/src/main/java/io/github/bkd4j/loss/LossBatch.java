package io.github.bkd4j.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One batch through a loss, computed when it was made. */
public sealed interface LossBatch permits JavaLossBatch, Nd4jLossBatch {

    /**
     * Number of instances.
     *
     * @return the batch's size, masked instances included
     */
    int size();

    /**
     * The loss of each instance.
     *
     * @return {@code [batch]}, 0 where masked
     */
    double[] scores();

    /**
     * The gradient with respect to the logits.
     *
     * @return {@code [batch, classes]}, not divided by the batch's size
     */
    INDArray gradient();

    /**
     * The mean over the batch, term by term.
     *
     * @return the terms
     */
    LossTerms mean();
}
