package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The two kernels on the same batches. */
class LossKernelsTest {

    private static final double EXACT = 1e-11;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** Every sample loss that both kernels take. */
    static Stream<LogitLoss> inBoth() {
        return SampleLosses.all().stream().filter(loss -> loss.batchForm().isPresent());
    }

    private static INDArray labels(LogitLoss loss, RandomBatch batch) {
        INDArray beside = loss instanceof SoftTargetLoss
                ? Arrays2d.softTargets(new KdLoss(1, 1), batch.teacher())
                : batch.teacher();
        return Arrays2d.labels(loss, batch.labels(), beside);
    }

    private static void assertAgree(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        LossBatch java = LossKernel.java().run(loss, labels, logits, mask);
        LossBatch nd4j = LossKernel.nd4j().run(loss, labels, logits, mask);

        assertThat(nd4j.size()).isEqualTo(java.size());
        for (int i = 0; i < java.size(); i++) {
            assertClose(nd4j.scores()[i], java.scores()[i], EXACT);
        }
        assertClose(nd4j.mean().hard(), java.mean().hard(), EXACT);
        assertClose(nd4j.mean().distillation(), java.mean().distillation(), EXACT);
        assertThat(nd4j.gradient().dataType()).isEqualTo(java.gradient().dataType());
        assertClose(nd4j.gradient(), java.gradient(), logits.dataType() == DataType.DOUBLE ? EXACT : Math.ulp(1f));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreeOnRandomBatches(long seed) {
        RandomBatch batch = RandomBatch.of(new Random(seed), 1 + (int) seed, 3);
        for (LogitLoss loss : inBoth().toList()) {
            for (INDArray mask : Arrays.asList(null, batch.mask(), batch.mask().mul(0.3))) {
                assertAgree(loss, labels(loss, batch), batch.logits(), mask);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("inBoth")
    void agreeInFloatAndInAnyOrderInMemory(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(1), 7, 3);
        INDArray logits = batch.logits().castTo(DataType.FLOAT);

        assertAgree(loss, labels(loss, batch).castTo(DataType.FLOAT), logits, batch.mask());
        assertAgree(loss, labels(loss, batch).dup('f'), batch.logits().dup('f'), null);
    }

    @ParameterizedTest
    @MethodSource("inBoth")
    void agreeOnHugeLogits(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(2), 9, 3).huge();

        assertAgree(loss, labels(loss, batch), batch.logits(), null);
    }

    @ParameterizedTest
    @MethodSource("inBoth")
    void agreeOnInstancesWithoutALabel(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(3), 4, 3);
        INDArray labels = labels(loss, batch);
        labels.get(NDArrayIndex.point(0), NDArrayIndex.interval(0, 3)).assign(0);

        assertAgree(loss, labels, batch.logits(), null);
        assertAgree(loss, labels, batch.logits(), batch.mask());
    }

    @ParameterizedTest
    @MethodSource("inBoth")
    void whatIsMaskedMayBeNaN(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(4), 4, 3);
        INDArray mask = Nd4j.createFromArray(1.0, 0, 1, 0).reshape(4, 1);
        INDArray logits = batch.logits().dup();
        logits.getRow(1).assign(Double.NaN);

        assertAgree(loss, labels(loss, batch), logits, mask);
        assertThat(LossKernel.nd4j()
                        .run(loss, labels(loss, batch), logits, mask)
                        .scores()[1])
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("inBoth")
    void nanIsNotHidden(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(5), 4, 3);
        INDArray logits = batch.logits().dup();
        logits.putScalar(1, 2, Double.NaN);

        for (LossKernel kernel : LossKernel.of(loss)) {
            assertThat(kernel.run(loss, labels(loss, batch), logits, null)
                            .mean()
                            .total())
                    .isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("inBoth")
    void theArraysStayAsTheyWere(LogitLoss loss) {
        RandomBatch batch = RandomBatch.of(new Random(6), 4, 3);
        INDArray labels = labels(loss, batch);
        INDArray logits = batch.logits().dup();

        LossKernel.nd4j().run(loss, labels, logits, batch.mask());

        assertThat(logits).isEqualTo(batch.logits());
        assertThat(labels).isEqualTo(labels(loss, batch));
    }

    @Test
    void agreeOnSoftTargetsOfZero() {
        LogitLoss loss = new SoftTargetLoss(2, 0.5, new CrossEntropyLoss());
        INDArray labels = Arrays2d.labels(
                loss,
                Nd4j.createFromArray(new double[][] {{1, 0, 0}}),
                Nd4j.createFromArray(new double[][] {{0, 0.25, 0.75}}));

        assertAgree(loss, labels, Nd4j.rand(DataType.DOUBLE, 1, 3), null);
    }

    @Test
    void agreeOnASingleClass() {
        INDArray labels = Nd4j.ones(DataType.DOUBLE, 4, 1);

        assertAgree(new CrossEntropyLoss(), labels, Nd4j.rand(DataType.DOUBLE, 4, 1), null);
    }

    @Test
    void focalLossesDecoupledDistillationAndLossesOnLabelSetsHaveNoNd4jKernel() {
        List<LogitLoss> none = SampleLosses.all().stream()
                .filter(loss -> loss.batchForm().isEmpty())
                .toList();

        assertThat(none).isNotEmpty().allMatch(LossKernelsTest::isWithoutBatchForm);
        assertThat(inBoth()).hasSizeGreaterThan(20).noneMatch(LossKernelsTest::isWithoutBatchForm);
    }

    private static boolean isWithoutBatchForm(LogitLoss loss) {
        return loss instanceof FocusingLoss
                || loss instanceof DkdLoss
                || loss instanceof LabelSetLoss
                || loss instanceof BinaryDistillationLoss
                || (loss instanceof TeacherLoss teacher && teacher.hardLabels() instanceof FocusingLoss);
    }
}
