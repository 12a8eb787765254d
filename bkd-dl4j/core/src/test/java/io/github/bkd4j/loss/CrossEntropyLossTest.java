package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CrossEntropyLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new CrossEntropyLoss(batch.weights());
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return batch.labels();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalWeightsAreNone(long seed) {
        RandomBatch batch = RandomBatch.of(seed);

        assertSame(new CrossEntropyLoss(batch.equalWeights()), new CrossEntropyLoss(), batch, labels(batch));
    }

    @Test
    void byHand() {
        // softmax = (1/4, 3/4) for both; CE = log 4 and log 4/3; gradient softmax - y
        assertLoss(new CrossEntropyLoss(), (Math.log(4) + Math.log(4 / 3.0)) / 2, new double[][] {
            {-0.75, 0.75}, {0.25, -0.25}
        });
    }

    @Test
    void weightedByHand() {
        // weights 1 and 3: (1 log 4 + 3 log 4/3) / 4; gradient w (softmax - y) times 2 instances / 4
        assertLoss(new CrossEntropyLoss(List.of(1.0, 3.0)), (Math.log(4) + 3 * Math.log(4 / 3.0)) / 4, new double[][] {
            {-0.375, 0.375}, {0.375, -0.375}
        });
    }

    private static void assertLoss(LogitLoss loss, double mean, double[][] gradient) {
        INDArray logits = Nd4j.createFromArray(new double[][] {{0, Math.log(3)}, {0, Math.log(3)}});
        INDArray labels = Arrays2d.oneHot(new int[] {0, 1}, 2);

        assertThat(loss.terms(labels, logits).distillation()).isZero();
        assertClose(loss.terms(labels, logits).hard(), mean, 1e-15);
        assertClose(
                loss.computeGradient(labels, logits, new ActivationIdentity(), null),
                Nd4j.createFromArray(gradient),
                1e-15);
    }

    @Test
    void anInstanceWithoutALabelHasNoPartInTheMean() {
        INDArray logits = Nd4j.createFromArray(new double[][] {{0, Math.log(3)}, {5, 7}});
        INDArray labels = Nd4j.createFromArray(new double[][] {{1, 0}, {0, 0}});

        for (LogitLoss loss : List.of(new CrossEntropyLoss(), new CrossEntropyLoss(List.of(2.0, 2.0)))) {
            assertClose(loss.terms(labels, logits).total(), Math.log(4), 1e-15);
            assertClose(
                    loss.computeGradient(labels, logits, new ActivationIdentity(), null),
                    Nd4j.createFromArray(new double[][] {{-1.5, 1.5}, {0, 0}}),
                    1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aWeightOutOfRangeIsRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossEntropyLoss(List.of(1.0, weight)))
                .withMessage("class weights must be finite and > 0 but weight 1 was " + weight);
    }

    @Test
    void noWeightsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossEntropyLoss(List.of()))
                .withMessage("class weights must have at least one entry but had none");
    }

    @Test
    void weightsOfAnotherNumberOfClassesAreRefused() {
        assertRefused(
                new CrossEntropyLoss(List.of(1.0, 2.0)),
                Nd4j.ones(5, 3),
                Nd4j.ones(5, 3),
                null,
                "cross-entropy is for 2 classes but logits were [5, 3]");
    }
}
