package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstanceBootstrapTest {

    /** Of a share of 100 instances the interval is about that of the normal distribution. */
    @Test
    void theIntervalOfAShareIsThatOfItsStandardError() {
        Interval share = InstanceBootstrap.intervals(100, instances -> new double[] {
                    IntStream.of(instances).filter(i -> i < 30).count() / 100.0
                })
                .get(0)
                .orElseThrow();
        double half = 1.96 * Math.sqrt(0.3 * 0.7 / 100);
        assertThat(share.estimate()).isEqualTo(0.3);
        assertThat(share.low()).isCloseTo(0.3 - half, within(0.02));
        assertThat(share.high()).isCloseTo(0.3 + half, within(0.02));
    }

    /** A label of one text is in about 63% of the resamples, and there alone has an F1. */
    @Test
    void aFigureThatAResampleDoesNotHaveIsLeftOutOfItsInterval() {
        List<Optional<Interval>> intervals = InstanceBootstrap.intervals(50, instances ->
                new double[] {Arrays.stream(instances).anyMatch(i -> i == 0) ? 0.5 : Double.NaN, Double.NaN});
        assertThat(intervals.get(0)).contains(new Interval(0.5, 0.5, 0.5));
        assertThat(intervals.get(1)).isEmpty();
    }
}
