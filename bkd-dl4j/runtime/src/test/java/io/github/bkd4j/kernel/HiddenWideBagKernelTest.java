package io.github.bkd4j.kernel;

import java.util.Arrays;

class HiddenWideBagKernelTest extends WideBagKernelTest {

    private final HiddenBagKernelTest deep = new HiddenBagKernelTest();

    @Override
    BagKernel bag() {
        return (BagKernel) deep.kernel();
    }

    @Override
    double[] reference(double[][][] parameters, int[] ids, float[] weights) {
        double[] both = super.reference(parameters, ids, weights);
        double[] votes = Arrays.copyOfRange(both, DIMENSION, both.length);
        return joined(deep.reference(parameters, ids, weights), votes);
    }
}
