package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @Test
    void aNormalIntervalHas196StandardErrorsToBothSides() {
        Interval interval = Interval.normal(0.5, 0.1);

        assertThat(interval.estimate()).isEqualTo(0.5);
        assertThat(interval.low()).isCloseTo(0.304, within(1e-15));
        assertThat(interval.high()).isCloseTo(0.696, within(1e-15));
    }

    /** 8 of 10, Agresti and Coull (1998), The American Statistician 52. */
    @Test
    void wilsonsIntervalByHand() {
        Interval interval = Interval.wilson(0.8, 10);

        assertThat(interval.low()).isCloseTo(0.4902, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.9433, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.1, 0.5, 1 - 1e-9, 1})
    void wilsonsIntervalLiesBetweenZeroAndOneAndHoldsTheShare(double share) {
        Interval interval = Interval.wilson(share, 3.7);

        assertThat(interval.low()).isBetween(0.0, share);
        assertThat(interval.high()).isBetween(share, 1.0);
        assertThat(interval.high() - interval.low()).isGreaterThan(0.4);
    }

    @Test
    void theEstimateMayLieOutside() {
        assertThat(new Interval(0.02, 0.03, 0.05).estimate()).isEqualTo(0.02);
    }

    @Test
    void swappedEndsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0.5, 0.6, 0.4))
                .withMessage("low must be <= high, 0.4, but was 0.6");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(value, 0, 1))
                .withMessage("estimate must be finite but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, value, 1))
                .withMessage("low must be finite but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0, 0, value))
                .withMessage("high must be finite but was " + value);
    }
}
