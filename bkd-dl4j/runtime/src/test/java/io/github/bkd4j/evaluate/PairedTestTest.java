package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTestTest {

    /**
     * Class 0 has d = 1, 0, 0, -.5, 1: mean .3, squares about it 1.8, v = (1.8 + .09) / 4.2 = .45. Class 1 has d = .5:
     * v = .25. SE^2 = (.45 / 5 + .25 / 1) / 4.
     */
    @Test
    void byHand() {
        int[] classes = {0, 0, 1, 0, 0, 0};
        Correctness first = new Correctness(classes, new double[] {1, 1, 0.5, 0.5, 0, 1});
        Correctness second = new Correctness(classes, new double[] {0, 1, 0, 0.5, 0.5, 0});

        PairedTest test = PairedTest.of(first, second);

        assertThat(test.difference().estimate()).isCloseTo(0.4, within(1e-15));
        assertThat(test.difference().low()).isCloseTo(0.4 - 1.96 * 0.291547594742265, within(1e-14));
        assertThat(test.difference().high()).isCloseTo(0.4 + 1.96 * 0.291547594742265, within(1e-14));
        assertThat(test.pValue()).isCloseTo(0.17006696145390468, within(1e-14)); // erfc(.4 / SE / sqrt 2)
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void swappingTheSystemsSwapsTheSign(long seed) {
        Random random = new Random(seed);
        int[] classes = random.ints(40, 0, 7).toArray();
        Correctness first = new Correctness(classes, random.doubles(40).toArray());
        Correctness second = new Correctness(classes, random.doubles(40).toArray());

        PairedTest test = PairedTest.of(first, second);
        PairedTest swapped = PairedTest.of(second, first);

        assertThat(swapped.pValue()).isEqualTo(test.pValue());
        assertThat(swapped.difference().estimate()).isEqualTo(-test.difference().estimate());
        assertThat(swapped.difference().low()).isEqualTo(-test.difference().high());
        assertThat(test.difference().estimate())
                .isCloseTo(
                        first.balancedAccuracy().estimate()
                                - second.balancedAccuracy().estimate(),
                        within(1e-14));
    }

    @Test
    void systemsThatAgreeEverywhereDoNotDiffer() {
        Correctness system = new Correctness(new int[] {0, 0, 1}, new double[] {1, 0, 0.5});

        assertThat(PairedTest.of(system, system)).isEqualTo(new PairedTest(new Interval(0, 0, 0), 1));
    }

    @Test
    void anotherTestSetIsRefused() {
        Correctness first = new Correctness(new int[] {0, 0, 1}, new double[3]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedTest.of(first, new Correctness(new int[] {0, 1, 1}, new double[3])))
                .withMessage("systems must be compared on the same test set but their classes differ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aProbabilityOutOfRangeIsRefused(double pValue) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedTest(new Interval(0, 0, 0), pValue))
                .withMessage("p-value must be in [0, 1] but was " + pValue);
    }
}
