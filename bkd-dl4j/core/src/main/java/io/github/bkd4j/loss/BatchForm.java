package io.github.bkd4j.loss;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A loss in ND4J operations on whole batches of doubles. There is one for the losses that are cross-entropies, and for
 * {@link DistillationLoss} beside these; the focal losses and decoupled distillation have none.
 */
@FunctionalInterface
interface BatchForm {

    /**
     * The terms of each instance, and their gradient.
     *
     * @param logits the pre-output, [batch, classes]
     * @param labels one-hot labels, [batch, classes]
     * @param teacher what comes from the teacher, [batch, columns]; not read by a loss without one
     * @param weights what a weighted hard-label term is multiplied by, [batch, 1]
     * @return new arrays
     */
    BatchTerms terms(INDArray logits, INDArray labels, INDArray teacher, INDArray weights);
}
