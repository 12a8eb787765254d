package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LogitAdjustedLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new LogitAdjustedLoss(batch.counts(), batch.alpha());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atTauZeroItIsCrossEntropy(long seed) {
        RandomBatch batch = batch(seed);

        assertSame(new LogitAdjustedLoss(batch.counts(), 0), new CrossEntropyLoss(), batch, labels(batch));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atTauOneItIsBalancedSoftmax(long seed) {
        RandomBatch batch = batch(seed);

        assertClose(
                new LogitAdjustedLoss(batch.counts(), 1)
                        .terms(labels(batch), batch.logits())
                        .total(),
                balancedSoftmax(batch),
                EXACT);
    }

    /** Mean of -log(n_y exp(s_y) / sum_c n_c exp(s_c)), as its paper writes it. */
    private static double balancedSoftmax(RandomBatch batch) {
        double loss = 0;
        for (int i = 0; i < batch.size(); i++) {
            double all = 0;
            double own = 0;
            for (int c = 0; c < batch.classes(); c++) {
                double part = batch.counts().get(c) * Math.exp(batch.logits().getDouble(i, c));
                all += part;
                own += batch.labels().getDouble(i, c) * part;
            }
            loss -= Math.log(own / all) / batch.size();
        }
        return loss;
    }

    @Test
    void byHand() {
        // priors (1/4, 3/4): at tau 1 softmax = (1/4, 3/4), at tau 2 (1/10, 9/10)
        ByHand instance = ByHand.instance(new double[] {1, 0}, 5, 5);

        instance.assertLoss(new LogitAdjustedLoss(List.of(2L, 6L), 1), Math.log(4), -0.75, 0.75);
        instance.assertLoss(new LogitAdjustedLoss(List.of(2L, 6L), 2), Math.log(10), -0.9, 0.9);
    }

    @Test
    void countsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogitAdjustedLoss(List.of(3L, 0L), 1))
                .withMessage("counts must each be >= 1 but were [3, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogitAdjustedLoss(List.of(), 1))
                .withMessage("counts must each be >= 1 but were []");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTauOutOfRangeIsRefused(double tau) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogitAdjustedLoss(List.of(1L), tau))
                .withMessage("tau must be finite and >= 0 but was " + tau);
    }

    @Test
    void countsOfAnotherNumberOfClassesAreRefused() {
        assertRefused(
                new LogitAdjustedLoss(List.of(2L, 1L), 1),
                Nd4j.ones(5, 3),
                Nd4j.ones(5, 3),
                null,
                "logit-adjusted cross-entropy is for 2 classes but logits were [5, 3]");
    }
}
