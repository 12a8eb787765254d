package io.github.bkd4j.teacher;

import io.github.bkd4j.io.Threads;
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

    private static final int CHUNK = 64; // rows of a task

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
        float[][] epsilon = logits(vectors, point, offsets.length); // [instances, classes]
        double loss = Arrays.stream(losses(epsilon)).sum();
        float[][] byWeights = new float[columns.length][offsets.length];
        Matrices.addProduct(columns, epsilon, byWeights);
        double squares = 0;
        int at = 0;
        for (float[] row : byWeights) {
            for (float value : row) {
                gradient[at] = value + penalty * point[at];
                squares += point[at] * point[at];
                at++;
            }
        }
        for (int c = 0; c < offsets.length; c++) {
            gradient[at + c] = 0;
        }
        for (float[] row : epsilon) {
            for (int c = 0; c < row.length; c++) {
                gradient[at + c] += row[c];
            }
        }
        return loss + penalty / 2 * squares;
    }

    /** The logits of a head, {@code [vectors, classes]}. */
    static float[][] logits(float[][] vectors, double[] point, int classes) {
        int dimension = point.length / classes - 1;
        float[][] weights = new float[dimension][classes];
        float[] bias = new float[classes];
        for (int d = 0; d < dimension; d++) {
            for (int c = 0; c < classes; c++) {
                weights[d][c] = (float) point[d * classes + c];
            }
        }
        for (int c = 0; c < classes; c++) {
            bias[c] = (float) point[dimension * classes + c];
        }
        float[][] logits = new float[vectors.length][];
        Arrays.setAll(logits, i -> bias.clone());
        Matrices.addProduct(vectors, weights, logits);
        return logits;
    }

    /** The loss on one instance, without the penalty, when its logits are scaled. */
    double surprise(float[] logits, int label, double scale) {
        double[] row = new double[logits.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = scale * logits[c] + offsets[c];
        }
        return LogSumExp.of(row) - row[label];
    }

    /** The weighted loss of each instance; its logits become the derivatives of the sum with respect to them. */
    private double[] losses(float[][] logits) {
        double[] losses = new double[logits.length];
        Threads.run((logits.length + CHUNK - 1) / CHUNK, chunk -> {
            double[] row = new double[offsets.length];
            int end = Math.min(logits.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < end; i++) {
                losses[i] = loss(logits[i], truth[i], weights[i], row);
            }
        });
        return losses;
    }

    private double loss(float[] logits, int label, double weight, double[] row) {
        for (int c = 0; c < row.length; c++) {
            row[c] = logits[c] + offsets[c];
        }
        double ofLabel = row[label];
        double loss = LogSumExp.softmax(row, 1, row) - ofLabel;
        for (int c = 0; c < row.length; c++) {
            logits[c] = (float) ((row[c] - (c == label ? 1 : 0)) * weight);
        }
        return loss * weight;
    }
}
