package io.github.bkd4j.loss;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A batch instance by instance, in plain Java arrays; takes every loss. */
final class JavaLossBatch implements LossBatch {

    private static final double[] NONE = {};

    private final DataType type;
    private final int classes;
    private final double[] scores; // [batch]
    private final double[] gradients; // [batch * classes]
    private LossTerms sum = LossTerms.ZERO;

    JavaLossBatch(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        this.type = logits.dataType();
        this.classes = (int) logits.size(1);
        this.scores = new double[(int) logits.size(0)];
        this.gradients = new double[scores.length * classes];
        run(loss, Matrix.of(labels), Matrix.of(logits), mask == null ? null : Doubles.of(mask));
    }

    private void run(LogitLoss loss, Matrix labels, Matrix logits, double @Nullable [] mask) {
        double scale = hardScale(loss, labels, mask);
        double[] hard = new double[classes];
        double[] teacher = new double[loss.teacherColumns(classes)];
        double[] row = new double[classes];
        double[] gradient = new double[classes];
        for (int i = 0; i < scores.length; i++) {
            double keep = mask == null ? 1 : mask[i];
            if (keep == 0) {
                continue;
            }
            labels.read(i, hard, teacher);
            logits.read(i, row, NONE);
            Arrays.fill(gradient, 0);
            add(i, keep, loss.instanceTerms(row, hard, teacher, scale, gradient), gradient);
        }
    }

    private void add(int i, double keep, LossTerms terms, double[] gradient) {
        scores[i] = keep * terms.total();
        sum = sum.plus(terms.times(keep));
        for (int c = 0; c < classes; c++) {
            gradients[i * classes + c] = keep * gradient[c];
        }
    }

    /** What turns a weighted sum into a sum of weighted means over the instances that have a label. */
    private double hardScale(LogitLoss loss, Matrix labels, double @Nullable [] mask) {
        double plain = 0;
        double weighted = 0;
        double[] hard = new double[classes];
        for (int i = 0; i < scores.length; i++) {
            double keep = mask == null ? 1 : mask[i];
            labels.read(i, hard, NONE);
            plain += keep;
            weighted += keep * loss.hardLabels().weight(hard);
        }
        return weighted == 0 ? 1 : plain / weighted;
    }

    @Override
    public int size() {
        return scores.length;
    }

    @Override
    public double[] scores() {
        return scores;
    }

    @Override
    public INDArray gradient() {
        return Doubles.array(gradients, type, scores.length, classes);
    }

    @Override
    public LossTerms mean() {
        return sum.times(1.0 / scores.length);
    }
}
