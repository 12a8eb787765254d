package io.github.bkd4j.loss;

import io.github.bkd4j.backend.Backend;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One batch through a loss, by one of two kernels that agree. */
sealed interface LossBatch permits JavaLossBatch, Nd4jLossBatch {

    /**
     * On a CUDA device ND4J's operations, where the loss has that form; on the CPU always Java arrays, which were
     * faster at every size measured, [64, 50] to [256, 4000]: see decision 3, and {@code LossKernelBenchmark}.
     */
    static LossBatch of(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        LossShapes.check(loss, labels, logits, mask);
        return Backend.running() == Backend.CUDA && loss.batchForm().isPresent()
                ? new Nd4jLossBatch(loss, labels, logits, mask)
                : new JavaLossBatch(loss, labels, logits, mask);
    }

    int size();

    /** The loss of each instance, 0 where masked, [batch]. */
    double[] scores();

    /** The gradient with respect to the logits, not divided by the batch's size, [batch, classes]. */
    INDArray gradient();

    /** Mean over the batch, term by term. */
    LossTerms mean();
}
