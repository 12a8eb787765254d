package io.github.bkd4j.loss;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The ways to compute a batch. */
@FunctionalInterface
interface LossKernel {

    /** Shapes are not checked. */
    LossBatch run(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask);

    static LossKernel java() {
        return JavaLossBatch::new;
    }

    static LossKernel nd4j() {
        return Nd4jLossBatch::new;
    }

    /** Those that take a loss. */
    static List<LossKernel> of(LogitLoss loss) {
        return loss.batchForm().isPresent() ? List.of(java(), nd4j()) : List.of(java());
    }
}
