package io.github.bkd4j.teacher;

import io.github.bkd4j.kernel.Lbfgs;
import io.github.bkd4j.kernel.LogSumExp;
import io.github.bkd4j.kernel.Matrices;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The mean logit-adjusted loss of a linear head (Menon et al., ICLR 2021, equation 10) plus half the penalty times the
 * sum of the squared parameters but for the biases, with its gradient. Vectors of names are added to the sum, those of
 * a class together as one instance, but count neither in the mean nor in the prior. Parameters are the weights in
 * row-major order, then the biases, which have no penalty. A class without an instance takes no part.
 */
final class HeadLoss implements Lbfgs.Function {

    private final float[][] vectors; // [instances, dimension]
    private final float[][] columns; // [dimension, instances]
    private final int[] truth; // [instances]
    private final double[] weights; // [instances], over the number of those that are no names
    private final double[] offsets; // [classes], tau log prior; negative infinity for a class without an instance
    private final double penalty;

    private HeadLoss(
            float[][] vectors, float[][] columns, int[] truth, double[] weights, double[] offsets, double penalty) {
        this.vectors = vectors;
        this.columns = columns;
        this.truth = truth;
        this.weights = weights;
        this.offsets = offsets;
        this.penalty = penalty;
    }

    /** Without a penalty, and without names. */
    static HeadLoss of(float[][] vectors, int[] truth, int classes, double tau) {
        double[] offsets = new double[classes];
        for (int c : truth) {
            offsets[c]++;
        }
        Arrays.setAll(
                offsets, c -> offsets[c] == 0 ? Double.NEGATIVE_INFINITY : tau * Math.log(offsets[c] / truth.length));
        double[] weights = new double[truth.length];
        Arrays.fill(weights, 1.0 / truth.length);
        return new HeadLoss(vectors, Matrices.transposed(vectors, vectors[0].length), truth, weights, offsets, 0);
    }

    HeadLoss withPenalty(double value) {
        return new HeadLoss(vectors, columns, truth, weights, offsets, value);
    }

    /** The same with the names of classes that occur: those of a class together weigh as much as one instance. */
    HeadLoss withNames(float[][] names, int[] classes) {
        int[] kept = IntStream.range(0, classes.length)
                .filter(name -> occurs(classes[name]))
                .toArray();
        int all = truth.length + kept.length;
        float[][] allVectors = Arrays.copyOf(vectors, all);
        int[] allTruth = Arrays.copyOf(truth, all);
        double[] allWeights = Arrays.copyOf(weights, all);
        for (int i = 0; i < kept.length; i++) {
            int c = classes[kept[i]];
            allVectors[truth.length + i] = names[kept[i]];
            allTruth[truth.length + i] = c;
            long ofClass = Arrays.stream(classes).filter(other -> other == c).count();
            allWeights[truth.length + i] = 1.0 / ofClass / truth.length;
        }
        return new HeadLoss(
                allVectors, Matrices.transposed(allVectors, columns.length), allTruth, allWeights, offsets, penalty);
    }

    int parameters() {
        return (columns.length + 1) * offsets.length;
    }

    boolean occurs(int c) {
        return Double.isFinite(offsets[c]);
    }

    @Override
    public double at(double[] point, double[] gradient) {
        return new LinearLoss(vectors, columns, offsets.length, penalty, this::loss).at(point, gradient);
    }

    /** The loss on one instance, without the penalty, when its logits are scaled. */
    double surprise(float[] logits, int label, double scale) {
        double[] row = new double[logits.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = scale * logits[c] + offsets[c];
        }
        return LogSumExp.of(row) - row[label];
    }

    private double loss(int instance, float[] logits) {
        double[] row = new double[offsets.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = logits[c] + offsets[c];
        }
        int label = truth[instance];
        double ofLabel = row[label];
        double loss = LogSumExp.softmax(row, 1, row) - ofLabel;
        for (int c = 0; c < row.length; c++) {
            logits[c] = (float) ((row[c] - (c == label ? 1 : 0)) * weights[instance]);
        }
        return loss * weights[instance];
    }
}
