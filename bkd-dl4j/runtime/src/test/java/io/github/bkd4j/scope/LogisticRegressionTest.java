package io.github.bkd4j.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRegressionTest {

    /**
     * At 1 three of four are positive, at -1 one of four: the log-odds are log 3 and -log 3, so the weight is log 3, a
     * little less by the ridge.
     */
    @Test
    void theLogOddsByHand() {
        double[][] positives = {{1}, {1}, {1}, {-1}};
        double[][] negatives = {{-1}, {-1}, {-1}, {1}};
        assertThat(LogisticRegression.weights(positives, negatives)[0]).isCloseTo(Math.log(3), within(0.01));
    }

    @Test
    void whatCanBeSeparatedHasFiniteWeights() {
        double[] weights =
                LogisticRegression.weights(new double[][] {{1, 0}, {2, 0}}, new double[][] {{-1, 0}, {-2, 0}});
        assertThat(weights[0]).isBetween(1.0, 20.0);
        assertThat(weights[1]).isZero();
    }

    /** Normal classes of unit variance have weights equal to the difference of their means, however many there are. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theWeightsOfNormalClasses(long seed) {
        Random random = new Random(seed);
        double[][] positives = normal(random, 2_000, 0.8, -0.5);
        double[][] negatives = normal(random, 20_000, 0, 0);

        double[] weights = LogisticRegression.weights(positives, negatives);

        assertThat(weights[0]).isCloseTo(0.8, within(0.1));
        assertThat(weights[1]).isCloseTo(-0.5, within(0.1));
    }

    private static double[][] normal(Random random, int instances, double... means) {
        double[][] drawn = new double[instances][means.length];
        for (double[] row : drawn) {
            for (int i = 0; i < row.length; i++) {
                row[i] = means[i] + random.nextGaussian();
            }
        }
        return drawn;
    }
}
