package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanRecallTest {

    /**
     * Recalls .5 of 4 instances and 1 of 1; weights 2/3 and 1/3. The line: height 2/3, sizes ln 4 / 3 and -2 ln 4 / 3,
     * slope -s / (9 s^2 / 2 + 9) x 9 x 3 / 6 with s = ln 4 / 3, so m = (.6191, 2/3 cut from .7619).
     */
    @Test
    void twoClassesByHand() {
        double height = 2 / 3.0;
        double size = Math.log(4) / 3;
        double slope = (height * size * (0.5 - height) + (1 - height) * -2 * size * (1 - height))
                / (height * size * size + (1 - height) * 4 * size * size + 1);
        assertThat(height + slope * size).isBetween(1 / 3.0, 2 / 3.0);
        assertThat(height - 2 * slope * size).isGreaterThan(2 / 3.0);
        double q1 = (2 + 2 * (height + slope * size)) / 6;
        double q2 = (1 + 2 * 2 / 3.0) / 3;
        double variance = (q1 * (1 - q1) / (1 - 4 / 36.0) / 4 + q2 * (1 - q2) / (1 - 1 / 9.0)) / 4;
        double q = (q1 + q2) / 2;

        Interval interval = new MeanRecall(new double[] {4, 1}, new double[] {0.5, 1}).interval();

        Interval expected = Interval.wilson(0.75, q * (1 - q) / variance);
        assertThat(interval.estimate()).isEqualTo(0.75);
        assertThat(interval.low()).isCloseTo(expected.low(), within(1e-12));
        assertThat(interval.high()).isCloseTo(expected.high(), within(1e-12));
    }

    /** Many instances of each class leave nothing of the line: Wilson's interval of classes * instances. */
    @Test
    void manyInstancesAreAPlainShare() {
        double[] instances = new double[20];
        Arrays.fill(instances, 100_000);
        double[] recalls = new double[20];
        Arrays.fill(recalls, 0.7);

        Interval plain = Interval.wilson(0.7, 2_000_000);
        Interval interval = new MeanRecall(instances, recalls).interval();
        assertThat(interval.low()).isCloseTo(plain.low(), within(1e-7));
        assertThat(interval.high()).isCloseTo(plain.high(), within(1e-7));
    }

    @Test
    void oneInstanceSaysLittle() {
        Interval interval = new MeanRecall(new double[] {1}, new double[] {1}).interval();
        assertThat(interval.low()).isBetween(0.1, 0.3);
        assertThat(interval.high()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void missesForHitsMirrorTheInterval(long seed) {
        Random random = new Random(seed);
        double[] instances = random.doubles(9, 1, 50).map(Math::floor).toArray();
        double[] recalls = random.doubles(9).toArray();
        double[] misses = Arrays.stream(recalls).map(recall -> 1 - recall).toArray();

        Interval one = new MeanRecall(instances, recalls).interval();
        Interval other = new MeanRecall(instances, misses).interval();

        assertThat(other.low()).isCloseTo(1 - one.high(), within(1e-12));
        assertThat(other.high()).isCloseTo(1 - one.low(), within(1e-12));
    }
}
