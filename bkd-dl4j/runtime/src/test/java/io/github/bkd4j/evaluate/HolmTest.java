package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolmTest {

    @Test
    void byHand() {
        // smallest first: .005 4 = .02, .01 3 = .03, .03 2 = .06, .04 1 = .04 but not below .06
        List<Double> adjusted = Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005));

        assertThat(adjusted.get(0)).isCloseTo(0.03, within(1e-15));
        assertThat(adjusted.get(1)).isCloseTo(0.06, within(1e-15));
        assertThat(adjusted.get(2)).isCloseTo(0.06, within(1e-15));
        assertThat(adjusted.get(3)).isCloseTo(0.02, within(1e-15));
    }

    @Test
    void oneTestStaysAsItIsAndNoneIsNone() {
        assertThat(Holm.adjusted(List.of(0.03))).containsExactly(0.03);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    @Test
    void nothingExceedsOne() {
        assertThat(Holm.adjusted(List.of(0.6, 0.6, 1.0))).containsExactly(1.0, 1.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void adjustedIsNeverSmallerAndNeverMoreThanBonferroni(long seed) {
        List<Double> pValues = new Random(seed).doubles(20).boxed().toList();

        List<Double> adjusted = Holm.adjusted(pValues);

        for (int test = 0; test < 20; test++) {
            assertThat(adjusted.get(test)).isBetween(pValues.get(test), Math.min(1, 20 * pValues.get(test)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aProbabilityOutOfRangeIsRefused(double pValue) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holm.adjusted(List.of(0.5, pValue)))
                .withMessage("p-value must be in [0, 1] but was " + pValue);
    }
}
