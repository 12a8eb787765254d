package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ClassBalancedFocalLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new ClassBalancedFocalLoss(batch.gamma(), batch.weights());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withWeightsOfOneItIsFocalLoss(long seed) {
        RandomBatch batch = batch(seed);
        List<Double> ones = batch.weights().stream().map(weight -> 1.0).toList();

        assertSame(new ClassBalancedFocalLoss(batch.gamma(), ones), new FocalLoss(batch.gamma()), batch, labels(batch));
    }

    @Test
    void byHand() {
        // p_y = 3/4, w_y = 3: 3 (1/4)^2 log 4/3; slope in the cross-entropy v 3 (1/4)^2 (1 + 2 v (3/4) / (1/4))
        double v = Math.log(4 / 3.0);
        double slope = 3 * (1 + 6 * v) / 16;

        ByHand.instance(new double[] {0, 1}, 0, Math.log(3))
                .assertLoss(new ClassBalancedFocalLoss(2, List.of(5.0, 3.0)), 3 * v / 16, slope / 4, -slope / 4);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassBalancedFocalLoss(2, List.of()))
                .withMessage("class weights must have at least one entry but had none");
        assertRefused(
                new ClassBalancedFocalLoss(2, List.of(1.0, 2.0)),
                Nd4j.ones(5, 3),
                Nd4j.ones(5, 3),
                null,
                "class-balanced focal loss is for 2 classes but logits were [5, 3]");
    }
}
