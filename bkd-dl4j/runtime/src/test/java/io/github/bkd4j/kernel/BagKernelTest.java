package io.github.bkd4j.kernel;

import java.util.Random;

class BagKernelTest extends TextKernelContract {

    @Override
    TextKernel kernel() {
        return new BagKernel(VOCABULARY, DIMENSION, 0, 0.1);
    }

    @Override
    Batch batch(Random random) {
        Batch batch = super.batch(random);
        for (float[] text : batch.weights()) {
            for (int token = 0; token < text.length; token++) {
                text[token] = (float) random.nextGaussian();
            }
        }
        return batch;
    }

    static double[] sum(double[][] table, int[] ids, float[] weights) {
        double[] sum = new double[DIMENSION];
        for (int token = 0; token < ids.length; token++) {
            for (int d = 0; d < DIMENSION; d++) {
                sum[d] += weights[token] * table[ids[token]][d];
            }
        }
        return sum;
    }

    static double[] relu(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], 0);
        }
        return values;
    }

    @Override
    double[] reference(double[][][] parameters, int[] ids, float[] weights) {
        return relu(sum(parameters[0], ids, weights));
    }
}
