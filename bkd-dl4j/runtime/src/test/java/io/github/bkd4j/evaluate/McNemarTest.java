package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTest {

    /** 2 (C(12, 0) + C(12, 1) + C(12, 2)) / 2^12 = 158 / 4096. */
    @Test
    void isExactBelow25DiscordantInstances() {
        assertThat(new McNemar(10, 2).pValue()).isCloseTo(158 / 4096.0, within(1e-14));
        assertThat(new McNemar(2, 10).pValue()).isCloseTo(158 / 4096.0, within(1e-14));
        assertThat(new McNemar(24, 0).pValue()).isCloseTo(2 / 16_777_216.0, within(1e-20));
    }

    /** (|20 - 10| - 1)^2 / 30 = 2.7, whose upper tail with one degree of freedom is erfc(sqrt 1.35). */
    @Test
    void isChiSquaredWithContinuityCorrectionFrom25On() {
        assertThat(new McNemar(20, 10).pValue()).isCloseTo(0.10034824646229074, within(1e-14));
        assertThat(new McNemar(25, 0).pValue()).isCloseTo(1.5866563039511896e-6, within(1e-18));
    }

    @Test
    void evenCountsAreNoEvidence() {
        assertThat(new McNemar(0, 0).pValue()).isEqualTo(1);
        assertThat(new McNemar(3, 3).pValue()).isEqualTo(1);
        assertThat(new McNemar(20, 20).pValue()).isEqualTo(1);
        assertThat(new McNemar(20, 21).pValue()).isEqualTo(1);
    }

    @Test
    void discordantInstancesAreCounted() {
        int[] classes = {0, 1, 0, 1, 1, 0};
        Correctness first = new Correctness(classes, new double[] {1, 1, 0, 0, 1, 1});
        Correctness second = new Correctness(classes, new double[] {1, 0, 0, 1, 0, 0});

        assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(3, 1));
    }

    @Test
    void meansOverSeedsAreRefused() {
        Correctness single = new Correctness(new int[] {0, 1}, new double[] {1, 0});
        Correctness mean = new Correctness(new int[] {0, 1}, new double[] {1, 0.5});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.of(single, mean))
                .withMessage("share of instance 1 must be 0 or 1 for a single model but was 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McNemar.of(mean, single))
                .withMessage("share of instance 1 must be 0 or 1 for a single model but was 0.5");
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new McNemar(-1, 0))
                .withMessage("only first must be >= 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new McNemar(0, -2))
                .withMessage("only second must be >= 0 but was -2");
    }
}
