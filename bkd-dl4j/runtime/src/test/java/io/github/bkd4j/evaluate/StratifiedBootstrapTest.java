package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedBootstrapTest {

    private static final int[] CLASSES = {1, 0, 1, 0, 1, 2};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachDrawHasEachClassAsOftenAsTheTestSet(long seed) {
        List<int[]> draws = draws(seed);

        assertThat(draws).hasSize(101);
        assertThat(draws)
                .allSatisfy(draw ->
                        assertThat(Arrays.stream(draw).map(i -> CLASSES[i])).containsExactly(0, 0, 1, 1, 1, 2));
        assertThat(draws.stream().flatMapToInt(Arrays::stream).distinct()).hasSize(6);
        assertThat(draws.stream().map(Arrays::toString).distinct().count()).isGreaterThan(30);
        assertThat(draws.get(100)).containsExactly(1, 3, 0, 2, 4, 5); // the test set itself
    }

    @Test
    void equalSeedsDrawEqually() {
        assertThat(draws(7)).usingRecursiveComparison().isEqualTo(draws(7));
        assertThat(draws(7)).usingRecursiveComparison().isNotEqualTo(draws(8));
    }

    private static List<int[]> draws(long seed) {
        List<int[]> draws = new ArrayList<>();
        new StratifiedBootstrap(CLASSES, 100, seed).interval(instances -> {
            draws.add(instances);
            return 0;
        });
        return draws;
    }

    @Test
    void theEndsAreQuantilesOfTheResamplesAndTheEstimateIsOfTheTestSet() {
        AtomicInteger calls = new AtomicInteger(); // 1 to 201 for the resamples: quantiles at 1 + 200 times the share

        Interval interval = new StratifiedBootstrap(CLASSES, 201, 7).interval(instances -> calls.incrementAndGet());

        assertThat(interval.estimate()).isEqualTo(202);
        assertThat(interval.low()).isCloseTo(6, within(1e-12));
        assertThat(interval.high()).isCloseTo(196, within(1e-12));
    }

    /** Of 400 instances with 300 right, the accuracy has the standard error sqrt(.75 .25 / 400) = .02165. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheNormalIntervalOfALargeSample(long seed) {
        int[] classes = new int[400];
        Interval interval = new StratifiedBootstrap(classes, 2000, seed)
                .interval(instances -> Arrays.stream(instances)
                        .mapToDouble(i -> i < 300 ? 1 : 0)
                        .average()
                        .orElseThrow());

        assertThat(interval.estimate()).isEqualTo(0.75);
        assertThat(interval.low()).isCloseTo(0.75 - 1.96 * 0.02165, within(0.006));
        assertThat(interval.high()).isCloseTo(0.75 + 1.96 * 0.02165, within(0.006));
    }

    @Test
    void fewerThan5InstancesAreTooFew() {
        int[] fiveAndFour = {0, 0, 0, 0, 0, 1, 1, 1, 1};
        int[] fives = IntStream.range(0, 10).map(i -> i % 2).toArray();

        assertThat(new StratifiedBootstrap(fiveAndFour, 100, 7).hasSmallClasses())
                .isTrue();
        assertThat(new StratifiedBootstrap(fives, 100, 7).hasSmallClasses()).isFalse();
    }

    @Test
    void whatCannotBeResampledIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedBootstrap(CLASSES, 99, 7))
                .withMessage("resamples must be >= 100 but was 99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedBootstrap(new int[0], 100, 7))
                .withMessage("test set must have at least one instance but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StratifiedBootstrap(CLASSES, 100, 7).interval(instances -> Double.NaN))
                .withMessage("estimate must be finite but was NaN");
    }
}
