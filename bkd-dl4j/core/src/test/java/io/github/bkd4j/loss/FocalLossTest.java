package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FocalLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new FocalLoss(batch.gamma(), batch.weights());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withGammaZeroItIsCrossEntropy(long seed) {
        RandomBatch batch = batch(seed);

        assertSame(new FocalLoss(0), new CrossEntropyLoss(), batch, labels(batch));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weightsOfOneAreNone(long seed) {
        RandomBatch batch = batch(seed);
        List<Double> ones = batch.weights().stream().map(weight -> 1.0).toList();

        assertSame(new FocalLoss(batch.gamma(), ones), new FocalLoss(batch.gamma()), batch, labels(batch));
    }

    @Test
    void byHand() {
        // p_y = 3/4: (1/4)^2 log 4/3; its slope in the cross-entropy v is (1/4)^2 (1 + 2 v (3/4) / (1/4))
        double v = Math.log(4 / 3.0);
        double slope = (1 + 6 * v) / 16;

        ByHand.instance(new double[] {0, 1}, 0, Math.log(3))
                .assertLoss(new FocalLoss(2), v / 16, slope / 4, -slope / 4);
    }

    @Test
    void weightedByHand() {
        // v = 2 log 4/3, exp(-v) = 9/16: (7/16) v; its slope in v is 7/16 + (9/16) v, v's in the logits 2 (1/4, -1/4)
        double v = 2 * Math.log(4 / 3.0);
        double slope = (7 + 9 * v) / 16;

        ByHand.instance(new double[] {0, 1}, 0, Math.log(3))
                .assertLoss(new FocalLoss(1, List.of(5.0, 2.0)), v * 7 / 16, slope / 2, -slope / 2);
    }

    /** Where p_y is 1 to the last bit; with gamma below 1 the power's slope is infinite there. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 1, 3})
    void aCertainInstanceAddsNothing(double gamma) {
        ByHand.instance(new double[] {0, 1}, -1000, 1000).assertLoss(new FocalLoss(gamma), 0, 0, 0);
    }

    @Test
    void anInstanceWithoutALabelAddsNothing() {
        ByHand.instance(new double[] {0, 0}, 5, 7).assertLoss(new FocalLoss(0.5), 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aGammaOutOfRangeIsRefused(double gamma) {
        String message = "gamma must be finite and >= 0 but was " + gamma;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FocalLoss(gamma))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassBalancedFocalLoss(gamma, List.of(1.0)))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassBalancedSigmoidFocalLoss(gamma, List.of(1.0)))
                .withMessage(message);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FocalLoss(2, List.of(1.0, 0.0)))
                .withMessage("class weights must be finite and > 0 but weight 1 was 0.0");
        assertRefused(
                new FocalLoss(2, List.of(1.0, 2.0)),
                Nd4j.ones(5, 3),
                Nd4j.ones(5, 3),
                null,
                "focal loss is for 2 classes but logits were [5, 3]");
    }
}
