package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Label arrays, and what they are compared by. */
final class Arrays2d {

    private Arrays2d() {}

    /** [targets, classes]. */
    static INDArray oneHot(int[] targets, int classes) {
        double[][] rows = new double[targets.length][classes];
        for (int i = 0; i < targets.length; i++) {
            rows[i][targets[i]] = 1;
        }
        return Nd4j.createFromArray(rows);
    }

    /** [batch, 2 classes] = what a distillation loss reads. */
    static INDArray packed(INDArray labels, INDArray teacher) {
        return Nd4j.concat(1, labels, teacher);
    }

    /** What any loss reads, of labels and the teacher's logits or, for the cached form, its soft targets. */
    static INDArray labels(LogitLoss loss, INDArray labels, INDArray teacher) {
        if (!loss.needsTeacher()) {
            return labels;
        }
        if (loss instanceof BinarySoftTargetLoss) {
            return packed(labels, besideSets(new BinaryBkdLoss(2, 0.5), teacher));
        }
        return packed(labels, loss instanceof SoftTargetLoss cached ? beside(cached, teacher) : teacher);
    }

    /** As {@link BinaryBkdLoss#beside}, each row in double, [batch, labels + 2]. */
    static INDArray besideSets(BinaryBkdLoss loss, INDArray teacher) {
        double[][] rows = teacher.toDoubleMatrix();
        Arrays.setAll(rows, i -> loss.packed(rows[i]));
        return Nd4j.createFromArray(rows).castTo(teacher.dataType());
    }

    /** As {@link DistillationLoss#beside}, each row in double, [batch, classes + 1]. */
    static INDArray beside(DistillationLoss loss, INDArray teacher) {
        double[][] rows = teacher.toDoubleMatrix();
        Arrays.setAll(rows, i -> loss.packed(rows[i]));
        return Nd4j.createFromArray(rows).castTo(teacher.dataType());
    }

    /** The soft targets of each row, [batch, classes]. */
    static INDArray softTargets(DistillationLoss loss, INDArray teacher) {
        double[][] rows = teacher.toDoubleMatrix();
        for (double[] row : rows) {
            loss.soften(row);
        }
        return Nd4j.createFromArray(rows).castTo(teacher.dataType());
    }

    /** Asserts that no entry differs by more than {@code tolerance} times the larger of 1 and itself. */
    static void assertClose(INDArray actual, INDArray expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double[][] rows = actual.toDoubleMatrix();
        double[][] expectedRows = expected.toDoubleMatrix();
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < rows[i].length; c++) {
                assertClose(rows[i][c], expectedRows[i][c], tolerance);
            }
        }
    }

    static void assertClose(double actual, double expected, double tolerance) {
        assertThat(actual).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }
}
