package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static io.github.bkd4j.loss.Arrays2d.packed;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class KdLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new KdLoss(batch.temperature(), batch.alpha(), new CrossEntropyLoss(batch.weights()));
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return packed(batch.labels(), batch.teacher());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalWeightsAreNone(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        LogitLoss equal = new KdLoss(batch.temperature(), batch.alpha(), new CrossEntropyLoss(batch.equalWeights()));

        assertSame(equal, new KdLoss(batch.temperature(), batch.alpha()), batch, labels(batch));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTeacherWhoIsTheStudentLeavesTheCrossEntropy(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        INDArray labels = packed(batch.labels(), batch.logits());
        ActivationIdentity identity = new ActivationIdentity();

        assertClose(loss(batch).terms(labels, batch.logits()).distillation(), 0, 1e-12);
        assertClose(
                loss(batch).computeGradient(labels, batch.logits(), identity, null),
                new CrossEntropyLoss(batch.weights()).computeGradient(batch.labels(), batch.logits(), identity, null),
                1e-13);
    }

    @Test
    void byHand() {
        // T = 2, y = 1: softmax(s) = (1/10, 9/10), CE = log 10/9; softmax(s/2) = (1/4, 3/4), q = (1/2, 1/2)
        // alpha T^2 KL = 1/2 4 (1/2 log 2 + 1/2 log 2/3) = log 4/3
        // gradient (1/10, -1/10) + alpha T (1/4 - 1/2, 3/4 - 1/2)
        INDArray logits = Nd4j.createFromArray(new double[][] {{0, 2 * Math.log(3)}});
        INDArray labels = Nd4j.createFromArray(new double[][] {{0, 1, 0, 0}});
        LogitLoss loss = new KdLoss(2, 0.5);

        assertClose(loss.terms(labels, logits).hard(), Math.log(10 / 9.0), 1e-15);
        assertClose(loss.terms(labels, logits).distillation(), Math.log(4 / 3.0), 1e-15);
        assertClose(
                loss.computeGradient(labels, logits, new ActivationIdentity(), null),
                Nd4j.createFromArray(new double[][] {{-0.15, 0.15}}),
                1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -2, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutOfRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KdLoss(temperature, 1))
                .withMessage("temperature must be finite and > 0 but was " + temperature);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void anAlphaOutOfRangeIsRefused(double alpha) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KdLoss(2, alpha))
                .withMessage("alpha must be finite and >= 0 but was " + alpha);
    }

    @Test
    void weightsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KdLoss(2, 1, new CrossEntropyLoss(List.of(0.0, 1.0))))
                .withMessage("class weights must be finite and > 0 but weight 0 was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KdLoss(2, 1, new CrossEntropyLoss(List.of())))
                .withMessage("class weights must have at least one entry but had none");
    }

    @Test
    void weightsOfAnotherNumberOfClassesAreRefused() {
        assertRefused(
                new KdLoss(2, 1, new CrossEntropyLoss(List.of(1.0, 2.0, 3.0, 4.0))),
                Nd4j.ones(5, 6),
                Nd4j.ones(5, 3),
                null,
                "knowledge distillation is for 4 classes but logits were [5, 3]");
    }
}
