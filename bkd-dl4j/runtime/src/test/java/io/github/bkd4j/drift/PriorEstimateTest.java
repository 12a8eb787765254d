package io.github.bkd4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorEstimateTest {

    @Test
    void certainAnswersAreCounted() {
        double[][] probabilities = {{1, 0}, {1, 0}, {1, 0}, {0, 1}};
        PriorEstimate estimate = PriorEstimate.of(probabilities, List.of(0.5, 0.5));

        assertThat(estimate.prior()).containsExactly(0.75, 0.25);
        assertThat(estimate.instances()).isEqualTo(4);
        assertThat(estimate.iterations()).isEqualTo(2);
    }

    /** Half an instance of four is an eighth; then 1 and 1/8 are scaled to sum to 1. */
    @Test
    void aClassThatIsNotSeenKeepsHalfAnInstance() {
        PriorEstimate estimate = PriorEstimate.of(new double[][] {{1, 0}, {1, 0}, {1, 0}, {1, 0}}, List.of(0.5, 0.5));
        assertThat(estimate.prior().get(1)).isCloseTo(0.125 / 1.125, within(1e-12));
    }

    /**
     * Two kinds of instances, seen 60 and 40 times, of class a with 0.8 and 0.2 under equal shares. The likelihood of a
     * share p is (0.8 p + 0.2 (1 - p))^60 (0.2 p + 0.8 (1 - p))^40: largest where 0.2 + 0.6 p = 0.6, at p = 2/3.
     */
    @Test
    void theMaximumOfTheLikelihoodByHand() {
        double[][] probabilities = new double[100][];
        for (int i = 0; i < 100; i++) {
            probabilities[i] = i < 60 ? new double[] {0.8, 0.2} : new double[] {0.2, 0.8};
        }
        assertThat(PriorEstimate.of(probabilities, List.of(0.5, 0.5)).prior().get(0))
                .isCloseTo(2 / 3.0, within(1e-4));
    }

    /** One-dimensional normal classes around -1 and 1, whose posteriors are known exactly. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aShiftOfThePriorIsFound(long seed) {
        Random random = new Random(seed);
        double[][] probabilities = new double[5000][];
        for (int i = 0; i < probabilities.length; i++) {
            double x = random.nextGaussian() + (random.nextDouble() < 0.9 ? -1 : 1);
            double b = 0.3 / (0.3 + 0.7 * Math.exp(-2 * x)); // trained where class b has 30%
            probabilities[i] = new double[] {1 - b, b};
        }
        assertThat(PriorEstimate.of(probabilities, List.of(0.7, 0.3)).prior().get(1))
                .isCloseTo(0.1, within(0.02));
    }

    @Test
    void whatCannotBeEstimatedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorEstimate.of(new double[0][], List.of(1.0)))
                .withMessage("instances must be at least one but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriorEstimate.of(new double[1][2], List.of(1.0)))
                .withMessage("classes must be those of the prior, 1, but were 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriorEstimate(List.of(1.0, 0.0), 1, 1))
                .withMessage("shares must be > 0 but were [1.0, 0.0]");
    }
}
