package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every loss of softmax probabilities must do: it does not change when all logits rise alike. */
abstract class SoftmaxLossContract extends LossContract {

    @ParameterizedTest
    @MethodSource("seeds")
    void gradientRowsSumToZero(long seed) {
        INDArray sums = gradient(batch(seed), null).sum(true, 1);

        assertClose(sums, Nd4j.zeros(sums.dataType(), sums.shape()), EXACT);
    }
}
