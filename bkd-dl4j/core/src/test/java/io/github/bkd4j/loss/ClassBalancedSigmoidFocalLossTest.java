package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** No {@link SoftmaxLossContract}: each class is a problem of its own, so gradient rows need not sum to 0. */
class ClassBalancedSigmoidFocalLossTest extends LossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new ClassBalancedSigmoidFocalLoss(batch.gamma(), batch.weights());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @Test
    void gradientRowsNeedNotSumToZero() {
        assertThat(DoubleStream.of(gradient(batch(0), null).sum(1).toDoubleVector()))
                .noneMatch(sum -> Math.abs(sum) < 1e-3);
    }

    @Test
    void byHand() {
        // y = 0: p = (sigmoid(log 3), sigmoid(-0)) = (3/4, 1/2); 2 (1/4 log 4/3 + 1/2 log 2)
        // -log p_c has the slope -(1 - p_c) for the true class and 1 - p_c for the other
        // (1 - p_c) v has the slope (1 - p_c) + p_c v in v = -log p_c
        ByHand.instance(new double[] {1, 0}, Math.log(3), 0)
                .assertLoss(
                        new ClassBalancedSigmoidFocalLoss(1, List.of(2.0, 5.0)),
                        Math.log(4 / 3.0) / 2 + Math.log(2),
                        -(1 + 3 * Math.log(4 / 3.0)) / 8,
                        (1 + Math.log(2)) / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 2})
    void aCertainInstanceAddsNothing(double gamma) {
        ByHand.instance(new double[] {1, 0}, 1000, -1000)
                .assertLoss(new ClassBalancedSigmoidFocalLoss(gamma, List.of(2.0, 5.0)), 0, 0, 0);
    }

    @Test
    void anInstanceWithoutALabelAddsNothing() {
        ByHand.instance(new double[] {0, 0}, 5, 7)
                .assertLoss(new ClassBalancedSigmoidFocalLoss(2, List.of(2.0, 5.0)), 0, 0, 0);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassBalancedSigmoidFocalLoss(2, List.of(Double.NaN)))
                .withMessage("class weights must be finite and > 0 but weight 0 was NaN");
        assertRefused(
                new ClassBalancedSigmoidFocalLoss(2, List.of(1.0, 2.0)),
                Nd4j.ones(5, 3),
                Nd4j.ones(5, 3),
                null,
                "class-balanced sigmoid focal loss is for 2 classes but logits were [5, 3]");
    }
}
