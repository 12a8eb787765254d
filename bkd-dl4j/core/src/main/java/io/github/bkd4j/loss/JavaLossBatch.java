package io.github.bkd4j.loss;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A batch instance by instance, in plain Java arrays; takes every loss. */
final class JavaLossBatch implements LossBatch {

    private final INDArray logits; // [batch, classes]
    private final int size;
    private final int classes;
    private final double[] scores; // [batch]
    private final double[] gradients; // [batch * classes]
    private LossTerms sum = LossTerms.ZERO;

    JavaLossBatch(LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask) {
        this.logits = logits;
        this.size = (int) logits.size(0);
        this.classes = (int) logits.size(1);
        this.scores = new double[size];
        this.gradients = new double[size * classes];
        run(loss, Doubles.of(labels), Doubles.of(logits), mask == null ? null : Doubles.of(mask));
    }

    private void run(LogitLoss loss, double[] labels, double[] logits, double @Nullable [] mask) {
        int width = labels.length / size;
        double[][] hardLabels = new double[size][]; // [batch][classes]
        Arrays.setAll(hardLabels, i -> Arrays.copyOfRange(labels, i * width, i * width + classes));
        double scale = hardScale(loss, hardLabels, mask);
        double[] gradient = new double[classes];
        for (int i = 0; i < size; i++) {
            double keep = mask == null ? 1 : mask[i];
            if (keep == 0) {
                continue;
            }
            double[] teacher = Arrays.copyOfRange(labels, i * width + classes, (i + 1) * width);
            double[] row = Arrays.copyOfRange(logits, i * classes, (i + 1) * classes);
            Arrays.fill(gradient, 0);
            add(i, keep, loss.instance(row, hardLabels[i], teacher, scale, gradient), gradient);
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
    private static double hardScale(LogitLoss loss, double[][] hardLabels, double @Nullable [] mask) {
        double plain = 0;
        double weighted = 0;
        for (int i = 0; i < hardLabels.length; i++) {
            double keep = mask == null ? 1 : mask[i];
            plain += keep;
            weighted += keep * loss.weight(hardLabels[i]);
        }
        return weighted == 0 ? 1 : plain / weighted;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double[] scores() {
        return scores;
    }

    @Override
    public INDArray gradient() {
        return Doubles.array(gradients, logits.dataType(), size, classes);
    }

    @Override
    public LossTerms mean() {
        return sum.times(1.0 / size);
    }
}
