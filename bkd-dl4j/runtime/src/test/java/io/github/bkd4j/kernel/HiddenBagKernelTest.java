package io.github.bkd4j.kernel;

class HiddenBagKernelTest extends BagKernelTest {

    private static final int HIDDEN = 5;

    @Override
    TextKernel kernel() {
        return new BagKernel(VOCABULARY, DIMENSION, HIDDEN, 0.1);
    }

    @Override
    double[] reference(double[][][] parameters, int[] ids, float[] weights) {
        double[] sum = sum(parameters[0], ids, weights);
        double[] hidden = parameters[2][0].clone();
        for (int h = 0; h < HIDDEN; h++) {
            for (int d = 0; d < DIMENSION; d++) {
                hidden[h] += sum[d] * parameters[1][d][h];
            }
        }
        return relu(hidden);
    }
}
