package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashTest {

    @Test
    void isWithinAMillionthOfTheExactValue() {
        for (double x = -50; x <= 50; x += 0.001) {
            float[] values = {0, (float) x, 0, (float) x, 0};
            Squash.tanh(values, 1, 2);
            Squash.logistic(values, 3, 4);
            assertThat((double) values[1]).isCloseTo(Math.tanh((float) x), within(1e-6));
            assertThat((double) values[3]).isCloseTo(1 / (1 + Math.exp(-(float) x)), within(1e-6));
            assertThat(values).contains(0, atIndex(0));
        }
    }

    @Test
    void keepsWhatIsNotANumber() {
        assertThat(Squash.tanh(Float.NaN)).isNaN();
        assertThat(Squash.tanh(Float.POSITIVE_INFINITY)).isEqualTo(1, within(1e-6f));
    }
}
