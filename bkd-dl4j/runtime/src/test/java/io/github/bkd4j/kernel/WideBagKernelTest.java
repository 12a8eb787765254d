package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WideBagKernelTest extends BagKernelTest {

    private static final int CLASSES = 4;

    /** A token without a class, and one with all. */
    private static final Sparsity WIDE =
            new Sparsity(CLASSES, new int[][] {{1}, {0, 2}, {}, {0, 1, 2, 3}, {3}, {1, 3}, {2}, {0}, {0, 3}});

    BagKernel bag() {
        return new BagKernel(VOCABULARY, DIMENSION, 0, 0.1);
    }

    @Override
    TextKernel kernel() {
        return new WideBagKernel(bag(), WIDE);
    }

    @Override
    double[] reference(double[][][] parameters, int[] ids, float[] weights) {
        double[] votes = new double[CLASSES];
        double[][] table = parameters[parameters.length - 1];
        for (int token = 0; token < ids.length; token++) {
            int[] classes = WIDE.columnsOf(ids[token]);
            for (int i = 0; i < classes.length; i++) {
                votes[classes[i]] += weights[token] * table[ids[token]][i];
            }
        }
        return joined(super.reference(parameters, ids, weights), votes);
    }

    static double[] joined(double[] deep, double[] votes) {
        return IntStream.range(0, deep.length + votes.length)
                .mapToDouble(i -> i < deep.length ? deep[i] : votes[i - deep.length])
                .toArray();
    }

    @Test
    void aTableOfAnotherVocabularyIsRefused() {
        Sparsity other = new Sparsity(CLASSES, new int[VOCABULARY - 1][0]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WideBagKernel(bag(), other))
                .withMessage("the wide table must have a row per embedding, 9, but had 8");
    }
}
