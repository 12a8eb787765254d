package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class SoftTargetLossTest extends SoftmaxLossContract {

    @Override
    LogitLoss loss(RandomBatch batch) {
        return new SoftTargetLoss(batch.temperature(), batch.alpha(), new CrossEntropyLoss(batch.weights()));
    }

    @Override
    INDArray labels(RandomBatch batch) {
        INDArray softTargets = Arrays2d.softTargets(new KdLoss(batch.temperature(), 1), batch.teacher());
        return Arrays2d.labels(loss(batch), batch.labels(), softTargets);
    }

    /** At temperature 2 the exponentials are shared, and what comes out is that of the packed form. */
    @ParameterizedTest
    @MethodSource("seeds")
    void atTemperatureTwoItIsThePackedForm(long seed) {
        RandomBatch batch = batch(seed);
        for (HardLabelLoss hard : List.of(new CrossEntropyLoss(), new CrossEntropyLoss(batch.weights()))) {
            LogitLoss loss = new SoftTargetLoss(2, batch.alpha(), hard);
            INDArray q = Arrays2d.softTargets(new KdLoss(2, 1), batch.teacher());
            for (INDArray mask : Arrays.asList(null, batch.mask())) {
                var actual = loss.computeGradientAndScore(
                        Arrays2d.labels(loss, batch.labels(), q), batch.logits(), IDENTITY, mask, true);
                var expected = new KdLoss(2, batch.alpha(), hard)
                        .computeGradientAndScore(
                                Arrays2d.packed(batch.labels(), batch.teacher()), batch.logits(), IDENTITY, mask, true);

                assertClose(actual.getFirst(), expected.getFirst(), EXACT);
                assertClose(actual.getSecond(), expected.getSecond(), EXACT);
            }
        }
    }

    @Test
    void whatDependsOnTheTeacherAloneIsPackedBesideTheSoftTargets() {
        assertThat(new KdLoss(2, 1).beside(new float[] {0, (float) (2 * Math.log(3))}))
                .containsExactly(0.25f, 0.75f, (float) (0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)));
    }

    @Test
    void isTheCachedFormOfBothDistillations() {
        CrossEntropyLoss hard = new CrossEntropyLoss(List.of(1.0, 2.0));

        assertThat(new KdLoss(2, 0.5, hard).cached()).isEqualTo(new SoftTargetLoss(2, 0.5, hard));
        assertThat(new BkdLoss(2, 0.5, 1, List.of(1.0, 3.0), hard).cached())
                .isEqualTo(new SoftTargetLoss(2, 0.5, hard));
    }

    @Test
    void theOtherLossesAreTheirOwnCachedForm() {
        LogitLoss hard = new FocalLoss(2);
        LogitLoss decoupled = new DkdLoss(2, 1, 4, new CrossEntropyLoss());

        assertThat(hard.cached()).isSameAs(hard);
        assertThat(decoupled.cached()).isSameAs(decoupled);
        assertThat(decoupled.beside(new float[] {3, -4, 0.5f})).containsExactly(3, -4, 0.5f);
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
