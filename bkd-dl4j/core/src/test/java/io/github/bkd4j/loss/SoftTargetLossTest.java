package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class SoftTargetLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new SoftTargetLoss(batch.temperature(), batch.alpha(), new CrossEntropyLoss(batch.weights()));
    }

    @Override
    INDArray labels(RandomBatch batch) {
        INDArray softTargets = Arrays2d.softTargets(SoftTargets.plain(batch.temperature()), batch.teacher());
        return Arrays2d.packed(batch.labels(), softTargets);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftTargetLoss(Double.NaN, 1, new CrossEntropyLoss()))
                .withMessage("temperature must be finite and > 0 but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftTargetLoss(1, Double.NaN, new CrossEntropyLoss()))
                .withMessage("alpha must be finite and >= 0 but was NaN");
    }
}
