package io.github.bkd4j.loss;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Refuses arrays that do not fit together, with their shapes in the message. */
final class LossShapes {

    private LossShapes() {}

    static void check(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        require(logits.rank() == 2, "logits must be [batch, classes] but were ", logits);
        long batch = logits.size(0);
        long classes = logits.size(1);
        long width = classes + loss.teacherColumns((int) classes);
        require(
                labels.rank() == 2 && labels.size(0) == batch && labels.size(1) == width,
                "labels of " + loss.name() + " must be " + shape(batch, width) + " for logits of "
                        + shape(batch, classes) + " but were ",
                labels);
        if (mask != null) {
            require(
                    mask.length() == batch && mask.size(0) == batch,
                    "mask must be " + shape(batch, 1) + ", one number an instance, but was ",
                    mask);
        }
        int bound = loss.boundClasses();
        require(bound == 0 || bound == classes, loss.name() + " is for " + bound + " classes but logits were ", logits);
    }

    private static void require(boolean holds, String rule, INDArray array) {
        if (!holds) {
            throw new IllegalArgumentException(rule + Arrays.toString(array.shape()));
        }
    }

    private static String shape(long... shape) {
        return Arrays.toString(shape);
    }
}
