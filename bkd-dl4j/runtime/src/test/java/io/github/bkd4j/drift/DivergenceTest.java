package io.github.bkd4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceTest {

    /** With half an instance more in each bin the shares are 15.5/19, 3.5/19 and 9.5/19, 9.5/19. */
    @Test
    void byHand() {
        Divergence divergence = Divergence.between(List.of(15L, 3L), List.of(9L, 9L));
        double e = 15.5 / 19;
        double expected = (0.5 - e) * Math.log(0.5 / e) + (0.5 - (1 - e)) * Math.log(0.5 / (1 - e));
        assertThat(divergence.stability()).isCloseTo(expected, within(1e-12));
        double first = (e + 0.5) / 2;
        double bits = (0.5 * Math.log(0.5 / first)
                        + 0.5 * Math.log(0.5 / (1 - first))
                        + e * Math.log(e / first)
                        + (1 - e) * Math.log((1 - e) / (1 - first)))
                / (2 * Math.log(2));
        assertThat(divergence.jensenShannon()).isCloseTo(bits, within(1e-12));
    }

    /** The 95% quantile of chi-squared with 1 degree of freedom is 3.8415. */
    @Test
    void chanceByHand() {
        Divergence divergence = Divergence.between(List.of(10L, 10L), List.of(50L, 50L));
        assertThat(divergence.chance()).isCloseTo(3.841459 * (1 / 20.0 + 1 / 100.0), within(1e-6));
        assertThat(divergence.isBeyondChance()).isFalse();
        assertThat(Divergence.between(List.of(100L, 0L), List.of(0L, 100L)).isBeyondChance())
                .isTrue();
    }

    @Test
    void theSameSharesHaveNone() {
        Divergence divergence = Divergence.between(List.of(7L, 3L), List.of(7L, 3L));
        assertThat(divergence.stability()).isZero();
        assertThat(divergence.jensenShannon()).isZero();
        assertThat(Divergence.between(List.of(5L), List.of(9L))).isEqualTo(new Divergence(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rangesAndSymmetry(long seed) {
        Random random = new Random(seed);
        List<Long> one =
                LongStream.generate(() -> random.nextInt(50)).limit(8).boxed().toList();
        List<Long> other =
                LongStream.generate(() -> random.nextInt(50)).limit(8).boxed().toList();
        Divergence divergence = Divergence.between(one, other);

        assertThat(divergence.stability()).isPositive();
        assertThat(divergence.jensenShannon()).isBetween(0.0, 1.0);
        assertThat(Divergence.between(other, one).stability()).isCloseTo(divergence.stability(), within(1e-12));
        assertThat(Divergence.between(other, one).jensenShannon()).isCloseTo(divergence.jensenShannon(), within(1e-12));
    }

    /** Draws from one distribution stay below the bound about 95 times in 100. */
    @Test
    void chanceIsWhatSamplesOfOneDistributionShow() {
        Random random = new Random(7);
        int below = 0;
        for (int draw = 0; draw < 400; draw++) {
            below +=
                    Divergence.between(sample(random, 400), sample(random, 300)).isBeyondChance() ? 0 : 1;
        }
        assertThat(below / 400.0).isBetween(0.92, 0.98);
    }

    private static List<Long> sample(Random random, int instances) {
        long[] counts = new long[6];
        for (int i = 0; i < instances; i++) {
            counts[Math.min(5, (int) (6 * random.nextDouble() * random.nextDouble() * 1.5))]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.between(List.of(1L), List.of(1L, 2L)))
                .withMessage("bins must be as many as expected, 1, but were 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Divergence.between(List.of(1L), List.of(0L)))
                .withMessage("both distributions must have an instance but had 1 and 0");
    }
}
