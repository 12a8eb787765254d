package io.github.bkd4j.kernel;

import java.util.Arrays;

class LstmKernelTest extends TextKernelContract {

    private static final int UNITS = 4;

    @Override
    TextKernel kernel() {
        return new LstmKernel(VOCABULARY, DIMENSION, UNITS, 0.1);
    }

    @Override
    double[] reference(double[][][] parameters, int[] ids, float[] weights) {
        double[] features = new double[2 * UNITS];
        Arrays.fill(features, Double.NEGATIVE_INFINITY);
        for (int direction = 0; direction < 2; direction++) {
            double[] output = new double[UNITS];
            double[] cell = new double[UNITS];
            for (int step = 0; step < ids.length; step++) {
                int id = ids[direction == 0 ? step : ids.length - 1 - step];
                double[] gates = gates(parameters, 1 + 3 * direction, parameters[0][id], output);
                for (int u = 0; u < UNITS; u++) {
                    cell[u] =
                            logistic(gates[UNITS + u]) * cell[u] + logistic(gates[u]) * Math.tanh(gates[3 * UNITS + u]);
                    output[u] = logistic(gates[2 * UNITS + u]) * Math.tanh(cell[u]);
                    features[direction * UNITS + u] = Math.max(features[direction * UNITS + u], output[u]);
                }
            }
        }
        return features;
    }

    private static double[] gates(double[][][] parameters, int first, double[] token, double[] output) {
        double[] gates = parameters[first + 2][0].clone();
        for (int g = 0; g < gates.length; g++) {
            for (int d = 0; d < DIMENSION; d++) {
                gates[g] += token[d] * parameters[first][d][g];
            }
            for (int u = 0; u < UNITS; u++) {
                gates[g] += output[u] * parameters[first + 1][u][g];
            }
        }
        return gates;
    }

    private static double logistic(double value) {
        return 1 / (1 + Math.exp(-value));
    }
}
