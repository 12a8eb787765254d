package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {

    @Test
    void anAxisRunsFromOneEndToTheOther() {
        Axis axis = Axis.linear(-1, 1, 100, 300);

        assertThat(axis.at(-1)).isEqualTo(100);
        assertThat(axis.at(0)).isEqualTo(200);
        assertThat(axis.at(1)).isEqualTo(300);
    }

    @Test
    void aLogarithmicAxisHasEqualRatiosAtEqualDistances() {
        Axis axis = Axis.logarithmic(10, 1000, 0, 100);

        assertThat(axis.at(100)).isCloseTo(50, within(1e-9));
        assertThat(axis.at(1000) - axis.at(100)).isCloseTo(axis.at(100) - axis.at(10), within(1e-9));
        assertThat(axis.at(10)).isPositive();
        assertThat(axis.logarithmicTicks()).containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
    }

    @Test
    void classesOfOneSizeHaveAnAxisToo() {
        Axis axis = Axis.logarithmic(30, 30, 0, 100);

        assertThat(axis.at(30)).isCloseTo(50, within(1e-9));
    }

    @Test
    void ticksAreRound() {
        assertThat(Axis.linear(0, 1, 0, 1).ticks().stream().map(Figures::round))
                .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(Axis.linear(-0.13, 0.61, 0, 1).ticks().stream().map(Figures::round))
                .containsExactly("0", "0.2", "0.4", "0.6");
        assertThat(Axis.linear(1, 12, 0, 1).ticks().stream().map(Figures::round))
                .containsExactly("2.5", "5", "7.5", "10");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStraightLineIsSmoothedIntoItself(long seed) {
        Random random = new Random(seed);
        List<Line.Point> points = IntStream.range(0, 40)
                .mapToObj(i -> random.nextDouble())
                .map(x -> new Line.Point(x, 0.2 + 0.5 * x))
                .toList();

        assertThat(Smooth.through(points))
                .hasSize(48)
                .allSatisfy(point -> assertThat(point.y()).isCloseTo(0.2 + 0.5 * point.x(), within(1e-9)));
    }

    @Test
    void aCurveStaysBetweenZeroAndOne() {
        List<Line.Point> step = IntStream.range(0, 20)
                .mapToObj(i -> new Line.Point(i, i < 10 ? 0 : 1))
                .toList();

        assertThat(Smooth.through(step))
                .allSatisfy(point -> assertThat(point.y()).isBetween(0.0, 1.0));
        assertThat(Smooth.through(step).get(0).y()).isLessThan(0.01);
        assertThat(Smooth.through(step).get(47).y()).isGreaterThan(0.99);
    }

    @Test
    void pointsAboveOneAnotherHaveNoCurve() {
        assertThat(Smooth.through(List.of(new Line.Point(3, 0.1), new Line.Point(3, 0.9))))
                .isEmpty();
        assertThat(Smooth.through(List.of())).isEmpty();
    }
}
