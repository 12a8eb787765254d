package io.github.bkd4j.scope;

import java.util.Arrays;

/** Logistic regression on few features by Newton's method, both classes of equal weight, with a little ridge. */
final class LogisticRegression {

    private static final int STEPS = 50;
    private static final double CLOSE = 1e-9;
    private static final double RIDGE = 1e-3; // so that classes that can be separated have finite weights

    private final double[][] positives; // [instances][features]
    private final double[][] negatives; // [instances][features]
    private final double[] weights; // [features + 1], the last the bias

    private LogisticRegression(double[][] positives, double[][] negatives) {
        this.positives = positives;
        this.negatives = negatives;
        this.weights = new double[positives[0].length + 1];
    }

    /** Weights of the features, without the bias. */
    static double[] weights(double[][] positives, double[][] negatives) {
        LogisticRegression regression = new LogisticRegression(positives, negatives);
        double moved = 1;
        for (int step = 0; step < STEPS && moved > CLOSE; step++) {
            moved = regression.step();
        }
        return Arrays.copyOf(regression.weights, positives[0].length);
    }

    /** One step of Newton's method; how far it went. */
    private double step() {
        int n = weights.length;
        double[][] system = new double[n][n + 1]; // curvature, and the gradient in the last column
        for (int i = 0; i < n - 1; i++) {
            system[i][i] = RIDGE;
            system[i][n] = -RIDGE * weights[i];
        }
        add(positives, 1, system);
        add(negatives, 0, system);
        double[] move = solved(system);
        double moved = 0;
        for (int i = 0; i < n; i++) {
            weights[i] += move[i];
            moved = Math.max(moved, Math.abs(move[i]));
        }
        return moved;
    }

    private void add(double[][] instances, double target, double[][] system) {
        int n = weights.length;
        for (double[] features : instances) {
            double logit = weights[n - 1];
            for (int i = 0; i < n - 1; i++) {
                logit += weights[i] * features[i];
            }
            double probability = 1 / (1 + Math.exp(-logit));
            double slope = probability * (1 - probability) / instances.length;
            for (int i = 0; i < n; i++) {
                double x = i < n - 1 ? features[i] : 1;
                system[i][n] += (target - probability) * x / instances.length;
                for (int j = 0; j < n; j++) {
                    system[i][j] += slope * x * (j < n - 1 ? features[j] : 1);
                }
            }
        }
    }

    /** Gauss-Jordan elimination; the matrix is positive definite, so that no pivot is 0. */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}
