package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GMeanTest {

    @Test
    void byHand() {
        assertThat(GMean.of(List.of(0.9, 0.4))).isCloseTo(0.6, within(1e-15));
        assertThat(GMean.of(List.of(1.0, 0.5, 0.25))).isCloseTo(0.5, within(1e-15));
        assertThat(GMean.of(List.of(1.0, 1.0))).isEqualTo(1);
    }

    @Test
    void oneClassNeverFoundMakesItZero() {
        assertThat(GMean.of(List.of(0.9, 0.0, 1.0))).isZero();
    }

    @Test
    void aThousandSmallRecallsDoNotUnderflow() {
        assertThat(GMean.of(Collections.nCopies(1000, 0.01))).isCloseTo(0.01, within(1e-13));
    }
}
