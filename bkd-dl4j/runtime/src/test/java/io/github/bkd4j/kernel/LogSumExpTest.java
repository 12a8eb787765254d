package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogSumExpTest {

    @Test
    void byHand() {
        // (0, log 9) / 2 = (0, log 3)
        assertThat(logSoftmax(0.5, 0, Math.log(9)))
                .containsExactly(new double[] {Math.log(0.25), Math.log(0.75)}, within(1e-15));
    }

    @Test
    void logitsOfAnySizeStayFinite() {
        assertThat(logSoftmax(1, 1000, -1000)).containsExactly(0, -2000);
        assertThat(logSoftmax(1, -1000, -1000)).containsExactly(-Math.log(2), -Math.log(2));
        assertThat(logSoftmax(10, 3e38f, 3e38f)).containsExactly(-Math.log(2), -Math.log(2));
    }

    @Test
    void aLogitThatIsNotANumberIsNotHidden() {
        assertThat(logSoftmax(1, 1, Double.NaN)).containsOnly(Double.NaN);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheDefinition(long seed) {
        Random random = new Random(seed);
        double scale = random.nextDouble(0.1, 2);
        double[] logits = random.doubles(1 + random.nextInt(20), -20, 20).toArray();
        double[] odds =
                DoubleStream.of(logits).map(logit -> Math.exp(scale * logit)).toArray();
        double sum = DoubleStream.of(odds).sum();

        double[] actual = logSoftmax(scale, logits);

        assertThat(DoubleStream.of(actual).map(Math::exp).sum()).isCloseTo(1, within(1e-14));
        assertThat(actual)
                .containsExactly(
                        DoubleStream.of(odds).map(odd -> Math.log(odd / sum)).toArray(), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumAndSoftmaxAgreeWithLogSoftmax(long seed) {
        Random random = new Random(seed);
        double scale = random.nextDouble(0.1, 2);
        double[] logits = random.doubles(1 + random.nextInt(20), -20, 20).toArray();
        double[] scaled = DoubleStream.of(logits).map(logit -> scale * logit).toArray();
        double[] expected = logSoftmax(scale, logits);
        double[] p = new double[logits.length];

        double z = LogSumExp.softmax(logits, scale, p);

        assertThat(DoubleStream.of(p).map(Math::log).toArray()).containsExactly(expected, within(1e-13));
        assertThat(DoubleStream.of(scaled).map(logit -> logit - z).toArray()).containsExactly(expected, within(1e-13));
        assertThat(LogSumExp.of(scaled)).isCloseTo(z, within(1e-13));
    }

    @Test
    void theSumOfHugeNumbersStaysFinite() {
        assertThat(LogSumExp.of(1000, 1000)).isEqualTo(1000 + Math.log(2));
        assertThat(LogSumExp.of(-1000, -1000)).isEqualTo(-1000 + Math.log(2));
        assertThat(LogSumExp.of(1, Double.NaN)).isNaN();
    }

    @Test
    void theRowItselfMayReceiveTheResult() {
        double[] row = {1, 2, 4};
        double[] apart = logSoftmax(0.5, row);
        double[] p = new double[3];
        LogSumExp.softmax(row, 0.5, p);
        double[] own = row.clone();

        LogSumExp.logSoftmax(row, 0.5, row);
        LogSumExp.softmax(own, 0.5, own);

        assertThat(row).isEqualTo(apart);
        assertThat(own).isEqualTo(p);
    }

    private static double[] logSoftmax(double scale, double... logits) {
        double[] out = new double[logits.length];
        LogSumExp.logSoftmax(logits, scale, out);
        return out;
    }
}
