package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class LabelSmoothingLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new LabelSmoothingLoss(batch.alpha() / 2);
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutSmoothingItIsCrossEntropy(long seed) {
        RandomBatch batch = batch(seed);

        assertSame(new LabelSmoothingLoss(0), new CrossEntropyLoss(), batch, labels(batch));
    }

    @Test
    void byHand() {
        // softmax = (1/4, 3/4), y = 0, smoothed (4/5, 1/5)
        ByHand.instance(new double[] {1, 0}, 0, Math.log(3))
                .assertLoss(
                        new LabelSmoothingLoss(0.4),
                        0.8 * Math.log(4) + 0.2 * Math.log(4 / 3.0),
                        0.25 - 0.8,
                        0.75 - 0.2);
    }

    @Test
    void anInstanceWithoutALabelAddsNothing() {
        ByHand.instance(new double[] {0, 0}, 5, 7).assertLoss(new LabelSmoothingLoss(0.4), 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void aSmoothingOutOfRangeIsRefused(double smoothing) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelSmoothingLoss(smoothing))
                .withMessage("label smoothing must be >= 0 and < 1 but was " + smoothing);
    }
}
