package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static io.github.bkd4j.loss.Arrays2d.packed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.databind.JsonMappingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Terms on the hard labels beside terms on the teacher's soft targets. */
class MixedLossTest {

    /** A mixture is the sum of its terms. */
    abstract static class Mixture extends SoftmaxLossContract {

        abstract HardLabelLoss hard(RandomBatch batch);

        abstract LogitLoss distillation(RandomBatch batch, HardLabelLoss hard);

        @Override
        final LogitLoss loss(RandomBatch batch) {
            return distillation(batch, hard(batch));
        }

        @Override
        final INDArray labels(RandomBatch batch) {
            return packed(batch.labels(), batch.teacher());
        }

        @ParameterizedTest
        @MethodSource("seeds")
        void theTermsAreThoseOfTheParts(long seed) {
            RandomBatch batch = batch(seed);
            LogitLoss alone = distillation(batch, new NoHardLabels());

            LossTerms terms = loss(batch).terms(labels(batch), batch.logits());

            assertClose(
                    terms.hard(),
                    hard(batch).terms(batch.labels(), batch.logits()).total(),
                    EXACT);
            assertClose(
                    terms.distillation(),
                    alone.terms(labels(batch), batch.logits()).total(),
                    EXACT);
            for (INDArray mask : new INDArray[] {null, batch.mask()}) {
                assertClose(
                        loss(batch).computeGradient(labels(batch), batch.logits(), IDENTITY, mask),
                        hard(batch)
                                .computeGradient(batch.labels(), batch.logits(), IDENTITY, mask)
                                .add(alone.computeGradient(labels(batch), batch.logits(), IDENTITY, mask)),
                        EXACT);
            }
        }
    }

    @Nested
    class DistillationBesideFocal extends Mixture {

        @Override
        HardLabelLoss hard(RandomBatch batch) {
            return new FocalLoss(batch.gamma());
        }

        @Override
        LogitLoss distillation(RandomBatch batch, HardLabelLoss hard) {
            return new KdLoss(batch.temperature(), batch.alpha(), hard);
        }
    }

    @Nested
    class BalancedDistillationBesideLogitAdjusted extends Mixture {

        @Override
        HardLabelLoss hard(RandomBatch batch) {
            return new LogitAdjustedLoss(batch.counts(), 1);
        }

        @Override
        LogitLoss distillation(RandomBatch batch, HardLabelLoss hard) {
            return new BkdLoss(batch.temperature(), batch.alpha(), batch.temperature(), batch.weights(), hard);
        }
    }

    @Nested
    class BalancedDistillationBesideLdam extends Mixture {

        @Override
        HardLabelLoss hard(RandomBatch batch) {
            return new LdamLoss(batch.counts(), batch.gamma(), 1, batch.weights());
        }

        @Override
        LogitLoss distillation(RandomBatch batch, HardLabelLoss hard) {
            return new BkdLoss(batch.temperature(), batch.alpha(), 1, batch.weights(), hard);
        }
    }

    @Nested
    class DecoupledDistillationBesideWeightedCrossEntropy extends Mixture {

        @Override
        RandomBatch batch(long seed) {
            return RandomBatch.of(seed, 3);
        }

        @Override
        HardLabelLoss hard(RandomBatch batch) {
            return new CrossEntropyLoss(batch.weights());
        }

        @Override
        LogitLoss distillation(RandomBatch batch, HardLabelLoss hard) {
            return new DkdLoss(batch.temperature(), batch.alpha(), batch.gamma(), hard);
        }
    }

    @Test
    void byHand() {
        // BkdLossTest's distillation, log 3 and (-1/2, 1/2), beside focal loss of p_y = 9/10 with gamma 1:
        // (1/10) v of v = log 10/9, whose slope is 1/10 + (9/10) v, v's in the logits (1/10, -1/10)
        double v = Math.log(10 / 9.0);
        double slope = (1 + 9 * v) / 10;

        ByHand.instance(new double[] {0, 1, 0, 0}, 0, 2 * Math.log(3))
                .assertTerms(
                        new BkdLoss(2, 0.5, 2, List.of(3.0, 1.0), new FocalLoss(1)),
                        new LossTerms(v / 10, Math.log(3)),
                        new double[][] {{slope / 10 - 0.5, 0.5 - slope / 10}});
    }

    /** In Java it does not compile. */
    @Test
    void aHardLabelTermWithATeacherIsRefusedInJson() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String nested = json.writeValueAsString(new KdLoss(2, 1));
        String cross = json.writeValueAsString(new CrossEntropyLoss());

        assertThat(nested).contains(cross);
        assertThatThrownBy(() -> json.readValue(nested.replace(cross, nested), LogitLoss.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("Not a subtype");
    }

    @Test
    void aHardLabelTermForAnotherNumberOfClassesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BkdLoss(2, 1, 1, List.of(1.0, 2.0, 3.0), new LogitAdjustedLoss(List.of(4L, 3L, 2L, 1L), 1)))
                .withMessage("hard-label term must have 3 classes, as many as the class weights, but had 4");
    }
}
