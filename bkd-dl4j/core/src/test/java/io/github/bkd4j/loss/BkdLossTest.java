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

class BkdLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new BkdLoss(batch.temperature(), batch.alpha(), batch.weights());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return packed(batch.labels(), batch.teacher());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withEqualWeightsItIsPlainDistillation(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        LogitLoss plain = new KdLoss(batch.temperature(), batch.alpha());

        assertSame(new BkdLoss(batch.temperature(), batch.alpha(), batch.equalWeights()), plain, batch, labels(batch));
    }

    /** Where the Javadoc says that the distillation term is least. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theStudentAtTheShiftedTeacherLeavesTheCrossEntropy(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        INDArray shift = Nd4j.createFromArray(batch.weights().stream()
                .mapToDouble(weight -> batch.temperature() * Math.log(weight) + 3)
                .toArray());
        RandomBatch least = batch.with(batch.teacher().addRowVector(shift), batch.teacher());

        assertClose(loss(least).terms(labels(least), least.logits()).distillation(), 0, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutTemperingItIsPlainDistillation(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        LogitLoss plain = new KdLoss(batch.temperature(), batch.alpha());

        assertSame(
                new BkdLoss(batch.temperature(), batch.alpha(), 0, batch.weights(), new CrossEntropyLoss()),
                plain,
                batch,
                labels(batch));
    }

    @Test
    void byHand() {
        // T = 2, y = 1: softmax(s) = (1/10, 9/10), CE = log 10/9; softmax(s/2) = (1/4, 3/4)
        // softmax(t/2) = (1/2, 1/2), times the weights (3, 1): q = (3/4, 1/4)
        // alpha T^2 KL = 1/2 4 (3/4 log 3 + 1/4 log 1/3) = log 3
        // gradient (1/10, -1/10) + alpha T (1/4 - 3/4, 3/4 - 1/4)
        assertByHand(new BkdLoss(2, 0.5, List.of(3.0, 1.0)));
    }

    @Test
    void temperedByHand() {
        // tau = 1, T = 2: the weights (9, 1) act as their roots (3, 1)
        assertByHand(new BkdLoss(2, 0.5, 1, List.of(9.0, 1.0), new CrossEntropyLoss()));
    }

    private static void assertByHand(LogitLoss loss) {
        INDArray logits = Nd4j.createFromArray(new double[][] {{0, 2 * Math.log(3)}});
        INDArray labels = Nd4j.createFromArray(new double[][] {{0, 1, 0, 0}});

        assertClose(loss.terms(labels, logits).hard(), Math.log(10 / 9.0), 1e-15);
        assertClose(loss.terms(labels, logits).distillation(), Math.log(3), 1e-15);
        assertClose(
                loss.computeGradient(labels, logits, new ActivationIdentity(), null),
                Nd4j.createFromArray(new double[][] {{-0.4, 0.4}}),
                1e-15);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        List<Double> weights = List.of(1.0, 2.0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BkdLoss(0, 1, weights))
                .withMessage("temperature must be finite and > 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BkdLoss(2, -1, weights))
                .withMessage("alpha must be finite and >= 0 but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BkdLoss(2, 1, List.of(1.0, Double.NaN)))
                .withMessage("class weights must be finite and > 0 but weight 1 was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BkdLoss(2, 1, List.of()))
                .withMessage("class weights must have at least one entry but had none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperingOutOfRangeIsRefused(double tempering) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BkdLoss(2, 1, tempering, List.of(1.0, 2.0), new CrossEntropyLoss()))
                .withMessage("tempering must be finite and >= 0 but was " + tempering);
    }

    @Test
    void weightsOfAnotherNumberOfClassesAreRefused() {
        assertRefused(
                new BkdLoss(2, 1, List.of(1.0, 2.0)),
                Nd4j.ones(5, 6),
                Nd4j.ones(5, 3),
                null,
                "balanced knowledge distillation is for 2 classes but logits were [5, 3]");
    }
}
