package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.kernel.Sparsity;
import io.github.bkd4j.kernel.Tokens;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WideLossTest {

    private static final Tokens TEXTS =
            Tokens.of(new int[][] {{1, 2}, {1}, {3}, {2, 3}}, new float[][] {{1, 2}, {0.5f}, {1}, {-1, 1}});
    private static final int[] TRUTH = {0, 0, 1, 0};
    private static final Sparsity WIDE = new Sparsity(3, new int[][] {{}, {0}, {0, 1}, {1, 2}});

    /** At 0 the logits are the log priors 3/4 and 1/4, so that the loss is (3 log 4/3 + log 4) / 4. */
    @Test
    void atZeroItIsTheEntropyOfThePrior() {
        WideLoss loss = WideLoss.of(WIDE, TEXTS, TRUTH, 10);
        double[] gradient = new double[loss.parameters()];

        assertThat(loss.parameters()).isEqualTo(5 + 3);
        assertThat(loss.at(new double[8], gradient))
                .isCloseTo((3 * Math.log(4.0 / 3) + Math.log(4)) / 4, within(1e-12));
        assertThat(gradient[7]).isZero(); // no text has the third class
    }

    /** The penalty is half of 4 weights of 1 and one of 2, over cost times texts. */
    @Test
    void thePenaltyIsOnTheWeightsAlone() {
        double[] point = {1, 1, 1, 1, 2, 5, 5, 5};
        double[] gradient = new double[8];
        double all = WideLoss.of(WIDE, TEXTS, TRUTH, 10).at(point, gradient);
        double hardlyAny = WideLoss.of(WIDE, TEXTS, TRUTH, 1e12).at(point, gradient);

        assertThat(all - hardlyAny).isCloseTo(8 / 2.0 / (10 * 4), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGradientAgreesWithFiniteDifferences(long seed) {
        Random random = new Random(seed);
        WideLoss loss = WideLoss.of(WIDE, TEXTS, TRUTH, 3);
        double[] point = random.doubles(8, -2, 2).map(x -> (float) x).toArray();
        double[] gradient = new double[8];
        loss.at(point, gradient);
        double step = 1.0 / 64; // weights are in single precision
        for (int i = 0; i < 8; i++) {
            double before = point[i];
            point[i] = before + step;
            double above = loss.at(point, new double[8]);
            point[i] = before - step;
            double below = loss.at(point, new double[8]);
            point[i] = before;
            assertThat(gradient[i]).isCloseTo((above - below) / (2 * step), within(2e-4));
        }
    }
}
