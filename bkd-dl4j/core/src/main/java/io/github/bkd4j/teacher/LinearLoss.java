package io.github.bkd4j.teacher;

import io.github.bkd4j.io.Threads;
import io.github.bkd4j.kernel.Lbfgs;
import io.github.bkd4j.kernel.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The loss of a linear model of vectors, a sum over instances, plus half the penalty times the sum of the squared
 * parameters but for the biases, with its gradient. Parameters are the weights in row-major order, then the biases.
 *
 * @param vectors [instances, dimension]
 * @param columns the same transposed, [dimension, instances]
 * @param classes number of outputs
 * @param penalty at least 0
 * @param losses of the instances
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinearLoss(float[][] vectors, float[][] columns, int classes, double penalty, OfInstance losses)
        implements Lbfgs.Function {

    private static final Lbfgs SOLVER = new Lbfgs(50, 1e-4);
    private static final int CHUNK = 64; // rows of a task

    /** The loss of each instance. */
    @FunctionalInterface
    interface OfInstance {

        /** The weighted loss; the logits, [classes], become its derivatives with respect to them. */
        double loss(int instance, float[] logits);
    }

    /** Without a penalty. */
    static LinearLoss of(float[][] vectors, int classes, OfInstance losses) {
        return new LinearLoss(vectors, Matrices.transposed(vectors, vectors[0].length), classes, 0, losses);
    }

    LinearLoss withPenalty(double value) {
        return new LinearLoss(vectors, columns, classes, value, losses);
    }

    /** The parameters under each penalty, from the largest on, each the start of the next. */
    List<double[]> path(List<Double> penalties) {
        List<double[]> points = new ArrayList<>();
        double[] point = new double[parameters()];
        for (double each : penalties) {
            point = SOLVER.minimise(withPenalty(each), point);
            points.add(point);
        }
        return points;
    }

    int parameters() {
        return (columns.length + 1) * classes;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        float[][] epsilon = logits(vectors, point, classes); // [instances, classes]
        double loss = Arrays.stream(each(epsilon)).sum();
        float[][] byWeights = new float[columns.length][classes];
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
        for (int c = 0; c < classes; c++) {
            gradient[at + c] = 0;
        }
        for (float[] row : epsilon) {
            for (int c = 0; c < row.length; c++) {
                gradient[at + c] += row[c];
            }
        }
        return loss + penalty / 2 * squares;
    }

    /** The loss of each instance; its logits become the derivatives of the sum with respect to them. */
    private double[] each(float[][] logits) {
        double[] each = new double[logits.length];
        Threads.run((logits.length + CHUNK - 1) / CHUNK, chunk -> {
            int end = Math.min(logits.length, (chunk + 1) * CHUNK);
            for (int i = chunk * CHUNK; i < end; i++) {
                each[i] = losses.loss(i, logits[i]);
            }
        });
        return each;
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
}
