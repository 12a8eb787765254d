package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EightBitsTest {

    /** 127 / 127 is 1, so the numbers are their own whole parts. */
    @Test
    void aRowWorkedByHand() {
        float[] row = {127, -126.6f, 0.4f, 63.5f, 0};
        assertThat(EightBits.scale(row)).isEqualTo(1);
        assertThat(EightBits.rounded(row)).containsExactly(127, -127, 0, 64, 0);
    }

    @Test
    void zerosStayZeros() {
        assertThat(EightBits.scale(new float[3])).isZero();
        assertThat(EightBits.rounded(new float[3])).containsOnly(0);
        assertThat(EightBits.rounded(new float[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void roundingIsOffByHalfAScaleAtMostAndDoneOnce(long seed) {
        Random random = new Random(seed);
        for (int n = 1; n < 200; n++) {
            float[] row = new float[n];
            for (int i = 0; i < n; i++) {
                row[i] = (float) (random.nextGaussian() * Math.exp(3 * random.nextGaussian()));
            }
            float scale = EightBits.scale(row);
            float[] rounded = EightBits.rounded(row);
            for (int i = 0; i < n; i++) {
                assertThat(rounded[i]).isCloseTo(row[i], within(0.5001f * scale));
            }
            assertThat(EightBits.scale(rounded)).isEqualTo(scale);
            assertThat(EightBits.rounded(rounded)).isEqualTo(rounded);
        }
    }
}
