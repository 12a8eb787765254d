package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The losses on label sets, each under the contract and in a case worked by hand. */
class LabelSetLossesTest {

    private static final double THIRD = Math.log(3); // sigmoid(log 3) = 3/4

    @Nested
    class BinaryCrossEntropyTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return new BinaryCrossEntropyLoss(batch.weights(), null);
        }

        @Test
        void byHand() {
            // present at 3/4, absent at 1/2: 2 log 4/3 + 5 log 2; slopes 2 (3/4 - 1) and 5 / 2
            ByHand.instance(new double[] {1, 0}, THIRD, 0)
                    .assertLoss(
                            new BinaryCrossEntropyLoss(List.of(2.0, 9.0), List.of(9.0, 5.0)),
                            2 * Math.log(4 / 3.0) + 5 * Math.log(2),
                            -0.5,
                            2.5);
        }

        @Test
        void weightsThatDoNotFitAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BinaryCrossEntropyLoss(List.of(1.0), List.of(1.0, 2.0)))
                    .withMessage("weights of absent labels must have 1 classes, as many as those of present ones, "
                            + "but had 2");
        }
    }

    @Nested
    class BinaryFocalTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return new BinaryFocalLoss(batch.gamma(), batch.weights());
        }

        @Test
        void byHand() {
            // as the sigmoid form of the class-balanced focal loss, whose weight is that of the one label
            ByHand.instance(new double[] {1, 0}, THIRD, 0)
                    .assertLoss(
                            new BinaryFocalLoss(1, List.of(2.0, 4.0)),
                            Math.log(4 / 3.0) / 2 + 2 * Math.log(2),
                            -(1 + 3 * Math.log(4 / 3.0)) / 8,
                            1 + Math.log(2));
        }
    }

    @Nested
    class AsymmetricTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return new AsymmetricLoss(batch.gamma() / 3, batch.gamma(), 0.05);
        }

        @Test
        void byHand() {
            // present with gamma 0: log 4/3; absent at 3/4 above the margin 1/4: q = 1/2, q (-log(1 - q)) = log 2 / 2
            // d/dq (-q log(1 - q)) = log 2 + q / (1 - q) = log 2 + 1; dq/ds = 3/16
            ByHand.instance(new double[] {1, 0}, THIRD, THIRD)
                    .assertLoss(
                            new AsymmetricLoss(0, 1, 0.25),
                            Math.log(4 / 3.0) + Math.log(2) / 2,
                            -0.25,
                            (Math.log(2) + 1) * 3 / 16);
        }

        @Test
        void whatIsAbsentAndBelowTheMarginCostsNothing() {
            ByHand.instance(new double[] {0, 0}, -3, -40).assertLoss(new AsymmetricLoss(0, 2, 0.05), 0, 0, 0);
        }

        @Test
        void aMarginOutOfRangeIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AsymmetricLoss(0, 4, 1))
                    .withMessage("margin must be >= 0 and < 1 but was 1.0");
        }
    }

    @Nested
    class BinaryLogitAdjustedTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return new BinaryLogitAdjustedLoss(batch.counts(), INSTANCES, batch.alpha());
        }

        @Test
        void byHand() {
            // 1 of 4: the logit 2 log 3 is lowered by log 3; one that every text has is not adjusted
            ByHand.instance(new double[] {1, 0}, 2 * THIRD, 0)
                    .assertLoss(
                            new BinaryLogitAdjustedLoss(List.of(1L, 4L), 4, 1),
                            Math.log(4 / 3.0) + Math.log(2),
                            -0.25,
                            0.5);
        }

        @Test
        void countsThatDoNotFitAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BinaryLogitAdjustedLoss(List.of(1L, 5L), 4, 1))
                    .withMessage("counts must each be >= 0 and at most the instances, 4, but were [1, 5]");
        }
    }

    @Nested
    class DistributionBalancedTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return new DistributionBalancedLoss(batch.counts(), INSTANCES, batch.gamma(), 0.4, 0.1, 2);
        }

        /** Its weights depend on the other labels. */
        @Test
        void byHand() {
            // counts 1 and 3 of 4; the second is present: rho = (3, 1), r = 0.1 + sigmoid(10 (rho - 1))
            // logits -log 3 and log 3 are biased to -2 log 3 and 2 log 3, and doubled where absent
            double first = 0.1 + 1 / (1 + Math.exp(-20));
            double v = Math.log1p(Math.exp(-4 * THIRD));
            double p = 1 / (1 + Math.exp(4 * THIRD));
            ByHand.instance(new double[] {0, 1}, -THIRD, THIRD)
                    .assertLoss(
                            new DistributionBalancedLoss(List.of(1L, 3L), 4, 0, 1, 1, 2),
                            first * v / 2 + 0.6 * Math.log(10 / 9.0),
                            first * p,
                            -0.06);
        }
    }

    @Nested
    class BinaryBkdTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return new BinaryBkdLoss(
                    batch.temperature(), batch.alpha(), batch.gamma(), batch.weights(), new BinaryCrossEntropyLoss());
        }

        @Override
        INDArray labels(RandomBatch batch) {
            return Arrays2d.packed(sets(batch), batch.teacher());
        }

        @Test
        void byHand() {
            // T = 2, tau = 2: t = 0 is moved by 2 log 3 to p = 3/4; s = 0: KL = log 2 + 3/4 log 3/4 + 1/4 log 1/4
            ByHand.instance(new double[] {1, 0}, 0)
                    .assertTerms(
                            new BinaryBkdLoss(2, 0.5, 2, List.of(3.0), new BinaryCrossEntropyLoss()),
                            new LossTerms(Math.log(2), 2 * (0.75 * THIRD - Math.log(2))),
                            new double[][] {{-0.5 - 0.25}});
        }

        @Test
        void withoutTemperingItIsPlain() {
            RandomBatch batch = RandomBatch.of(7);
            LogitLoss tempered = new BinaryBkdLoss(2, 1, 0, batch.weights(), new BinaryCrossEntropyLoss());

            assertSame(tempered, new BinaryBkdLoss(2, 1), batch, labels(batch));
        }

        @Test
        void ratiosThatDoNotFitAreRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new BinaryBkdLoss(
                            2, 1, 1, List.of(1.0, 2.0), new BinaryLogitAdjustedLoss(List.of(1L), 4, 1)))
                    .withMessage("hard-label term must have 2 classes, as many as the ratios of weights, but had 1");
        }
    }

    @Nested
    class BinarySoftTargetTest extends LabelSetLossContract {

        @Override
        LogitLoss loss(RandomBatch batch) {
            return packed(batch).cached();
        }

        private static BinaryBkdLoss packed(RandomBatch batch) {
            return new BinaryBkdLoss(
                    batch.temperature(), batch.alpha(), batch.gamma(), batch.weights(), new BinaryCrossEntropyLoss());
        }

        @Override
        INDArray labels(RandomBatch batch) {
            return Arrays2d.packed(sets(batch), Arrays2d.besideSets(packed(batch), batch.teacher()));
        }

        @Test
        void itIsThePackedForm() {
            RandomBatch batch = RandomBatch.of(3);
            INDArray labels = Arrays2d.packed(sets(batch), batch.teacher());

            LossTerms terms = loss(batch).terms(labels(batch), batch.logits());
            LossTerms expected = packed(batch).terms(labels, batch.logits());

            Arrays2d.assertClose(terms.hard(), expected.hard(), EXACT);
            Arrays2d.assertClose(terms.distillation(), expected.distillation(), EXACT);
            Arrays2d.assertClose(
                    gradient(batch, null),
                    packed(batch).computeGradient(labels, batch.logits(), IDENTITY, null),
                    EXACT);
        }

        @Test
        void whereTheTeacherIsSilentTheLabelsAreLeft() {
            ByHand.instance(new double[] {1, 0, 0, 0}, THIRD)
                    .assertLoss(new BinaryBkdLoss(2, 1).cached(), Math.log(4 / 3.0), -0.25);
        }
    }
}
