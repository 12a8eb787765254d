package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LdamLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new LdamLoss(batch.counts(), batch.alpha(), batch.temperature(), batch.weights());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutMarginAndScaleItIsCrossEntropy(long seed) {
        RandomBatch batch = batch(seed);

        assertSame(new LdamLoss(batch.counts(), 0, 1, null), new CrossEntropyLoss(), batch, labels(batch));
        assertSame(
                new LdamLoss(batch.counts(), 0, 1, batch.weights()),
                new CrossEntropyLoss(batch.weights()),
                batch,
                labels(batch));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalWeightsAreNone(long seed) {
        RandomBatch batch = batch(seed);

        assertSame(
                new LdamLoss(batch.counts(), 0.5, 3, batch.equalWeights()),
                new LdamLoss(batch.counts(), 0.5, 3, null),
                batch,
                labels(batch));
    }

    /** As the Javadoc says of a layer that multiplies by s itself; by the chain rule its gradient is s times ours. */
    @ParameterizedTest
    @MethodSource("seeds")
    void scaledCosinesTakeAScaledMargin(long seed) {
        RandomBatch batch = batch(seed);
        RandomBatch scaled = batch.with(batch.logits().mul(4), batch.teacher());
        LogitLoss ofCosines = new LdamLoss(batch.counts(), 0.5, 4, batch.weights());
        LogitLoss ofScaled = new LdamLoss(batch.counts(), 4 * 0.5, 1, batch.weights());
        ActivationIdentity identity = new ActivationIdentity();

        Arrays2d.assertClose(
                ofScaled.terms(batch.labels(), scaled.logits()).total(),
                ofCosines.terms(batch.labels(), batch.logits()).total(),
                EXACT);
        Arrays2d.assertClose(
                ofScaled.computeGradient(batch.labels(), scaled.logits(), identity, null)
                        .mul(4),
                ofCosines.computeGradient(batch.labels(), batch.logits(), identity, null),
                EXACT);
    }

    @Test
    void byHand() {
        // margins 1/2 (1/16)^(1/4) = 1/4 and 1/2; s = 2: both rows become (0, log 3), softmax (1/4, 3/4)
        ByHand batch = new ByHand(Arrays2d.oneHot(new int[] {0, 1}, 2), Nd4j.createFromArray(new double[][] {
            {0.25, Math.log(3) / 2}, {0, 0.5 + Math.log(3) / 2}
        }));
        List<Long> counts = List.of(16L, 1L);

        batch.assertTerms(
                new LdamLoss(counts, 0.5, 2, null),
                new LossTerms((Math.log(4) + Math.log(4 / 3.0)) / 2, 0),
                new double[][] {{-1.5, 1.5}, {0.5, -0.5}});
        batch.assertTerms(
                new LdamLoss(counts, 0.5, 2, List.of(1.0, 3.0)),
                new LossTerms((Math.log(4) + 3 * Math.log(4 / 3.0)) / 4, 0),
                new double[][] {{-0.75, 0.75}, {0.75, -0.75}});
    }

    @Test
    void countsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LdamLoss(List.of(3L, 0L), 0.5, 30, null))
                .withMessage("counts must each be >= 1 but were [3, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LdamLoss(List.of(), 0.5, 30, null))
                .withMessage("counts must each be >= 1 but were []");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aMarginOutOfRangeIsRefused(double margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LdamLoss(List.of(1L), margin, 30, null))
                .withMessage("margin must be finite and >= 0 but was " + margin);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aScaleOutOfRangeIsRefused(double scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LdamLoss(List.of(1L), 0.5, scale, null))
                .withMessage("scale must be finite and > 0 but was " + scale);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LdamLoss(List.of(2L, 1L), 0.5, 30, List.of(1.0, 0.0)))
                .withMessage("class weights must be finite and > 0 but weight 1 was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LdamLoss(List.of(3L, 2L, 1L), 0.5, 30, List.of(1.0, 2.0)))
                .withMessage("class weights must have 3 classes, as many as the counts, but had 2");
    }

    @Test
    void countsOfAnotherNumberOfClassesAreRefused() {
        assertRefused(
                new LdamLoss(List.of(2L, 1L), 0.5, 30, null),
                Nd4j.ones(5, 3),
                Nd4j.ones(5, 3),
                null,
                "LDAM loss is for 2 classes but logits were [5, 3]");
    }
}
