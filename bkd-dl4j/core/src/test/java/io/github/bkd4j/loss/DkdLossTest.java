package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.packed;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DkdLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new DkdLoss(batch.temperature(), batch.alpha(), batch.gamma(), new CrossEntropyLoss());
    }

    @Override
    RandomBatch batch(long seed) {
        return RandomBatch.of(seed, 3);
    }

    @Override
    INDArray labels(RandomBatch batch) {
        return packed(batch.labels(), batch.teacher());
    }

    /** KD = TCKD + (1 - b_y) NCKD, with the teacher's softened probability b_y of the true class. */
    @ParameterizedTest
    @MethodSource("seeds")
    void plainDistillationWeighsTheOthersByTheTeachersDoubt(long seed) {
        Random random = new Random(seed);
        RandomBatch instance = RandomBatch.of(random, 1, 3 + random.nextInt(5));
        INDArray softTargets = Arrays2d.softTargets(new KdLoss(instance.temperature(), 1), instance.teacher());
        double doubt = 1 - softTargets.mul(instance.labels()).sumNumber().doubleValue();
        double alpha = instance.alpha();

        assertSame(
                new DkdLoss(instance.temperature(), alpha, alpha * doubt, new CrossEntropyLoss()),
                new KdLoss(instance.temperature(), alpha),
                instance,
                labels(instance));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTeacherWhoIsTheStudentLeavesTheHardLabels(long seed) {
        RandomBatch batch = batch(seed);
        INDArray labels = packed(batch.labels(), batch.logits());
        LogitLoss none = new KdLoss(1, 0);

        assertSame(loss(batch), none, batch, labels);
    }

    @Test
    void byHand() {
        // T = 2, y = 0: student (1/2, 1/4, 1/4), the others (1/2, 1/2) among themselves
        // teacher (1/5, 3/5, 1/5), the others (3/4, 1/4)
        // TCKD = 1/5 log 2/5 + 4/5 log 8/5, NCKD = 3/4 log 3/2 + 1/4 log 1/2; loss 4 (TCKD + 3 NCKD)
        // gradient T (1/2 - 1/5), T ((1/5 - 1/2) 1/2 + 3 (1/2 - 3/4)), T ((1/5 - 1/2) 1/2 + 3 (1/2 - 1/4))
        double target = 0.2 * Math.log(0.4) + 0.8 * Math.log(1.6);
        double others = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);

        ByHand.instance(new double[] {1, 0, 0, 0, 2 * Math.log(3), 0}, 2 * Math.log(2), 0, 0)
                .assertTerms(
                        new DkdLoss(2, 1, 3, new NoHardLabels()),
                        new LossTerms(0, 4 * (target + 3 * others)),
                        new double[][] {{0.6, -1.8, 1.2}});
    }

    @Test
    void anInstanceWithoutALabelAddsNothing() {
        ByHand.instance(new double[] {0, 0, 0, 1, 2, 3}, 5, 6, 8)
                .assertLoss(new DkdLoss(2, 1, 3, new CrossEntropyLoss()), 0, 0, 0, 0);
    }

    @Test
    void twoClassesAreRefused() {
        assertRefused(
                new DkdLoss(2, 1, 3, new CrossEntropyLoss()),
                Nd4j.ones(5, 4),
                Nd4j.ones(5, 2),
                null,
                "decoupled knowledge distillation must have at least 3 classes but had 2");
    }

    @Test
    void aTemperatureOutOfRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DkdLoss(0, 1, 1, new CrossEntropyLoss()))
                .withMessage("temperature must be finite and > 0 but was 0.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void alphaAndBetaOutOfRangeAreRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DkdLoss(2, value, 1, new CrossEntropyLoss()))
                .withMessage("alpha must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DkdLoss(2, 1, value, new CrossEntropyLoss()))
                .withMessage("beta must be finite and >= 0 but was " + value);
    }
}
