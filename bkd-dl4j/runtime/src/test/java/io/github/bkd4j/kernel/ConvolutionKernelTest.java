package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConvolutionKernelTest extends TextKernelContract {

    private static final int FILTERS = 3;
    private static final List<Integer> WIDTHS = List.of(4, 3, 1); // the widest first, as features come

    @Override
    TextKernel kernel() {
        return new ConvolutionKernel(VOCABULARY, DIMENSION, WIDTHS, FILTERS, 0.1);
    }

    @Override
    double[] reference(double[][][] parameters, int[] ids, float[] weights) {
        double[] features = new double[WIDTHS.size() * FILTERS];
        for (int f = 0; f < features.length; f++) {
            int width = WIDTHS.get(f / FILTERS);
            double largest = Double.NEGATIVE_INFINITY;
            for (int first = 0; first == 0 || first + width <= ids.length; first++) {
                double sum = parameters[parameters.length - 1][0][f];
                for (int p = 0; p < width && first + p < ids.length; p++) {
                    for (int d = 0; d < DIMENSION; d++) {
                        sum += parameters[1 + p][f][d] * parameters[0][ids[first + p]][d];
                    }
                }
                largest = Math.max(largest, sum);
            }
            features[f] = Math.max(largest, 0);
        }
        return features;
    }

    @Test
    void theOrderOfTheWidthsIsItsOwn() {
        assertThat(new ConvolutionKernel(9, 7, List.of(1, 4, 3), 3, 0.1)).isEqualTo(kernel());
    }
}
