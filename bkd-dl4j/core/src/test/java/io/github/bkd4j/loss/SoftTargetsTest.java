package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The soft targets of plain and balanced distillation. */
class SoftTargetsTest {

    @Test
    void byHand() {
        // softmax((0, log 9) / 2) = (1/4, 3/4); times (9, 1) = (9/4, 3/4); tau 1 takes the roots: (3/4, 3/4)
        assertThat(softened(plain(2), 0, Math.log(9))).containsExactly(new double[] {0.25, 0.75}, within(1e-15));
        assertThat(softened(balanced(2, 2, List.of(9.0, 1.0)), 0, Math.log(9)))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-15));
        assertThat(softened(balanced(2, 1, List.of(9.0, 1.0)), 0, Math.log(9)))
                .containsExactly(new double[] {0.5, 0.5}, within(1e-15));
    }

    @Test
    void hugeLogitsGiveADistribution() {
        List<Double> weights = List.of(1e-300, 1e300, 1e300);

        assertThat(softened(plain(1), 1000, -1000, -1000)).containsExactly(1, 0, 0);
        assertThat(softened(balanced(1, 1, weights), 1000, 1000, -1000)).containsExactly(0, 1, 0);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void temperingByTheTemperatureIsThePaperAndByNothingIsPlain(long seed) {
        Random random = new Random(seed);
        double temperature = random.nextDouble(0.5, 5);
        double[] teacher = random.doubles(2 + random.nextInt(9), -9, 9).toArray();
        List<Double> weights = random.doubles(teacher.length, 0.05, 9).boxed().toList();
        double[] plain = softened(plain(temperature), teacher);

        assertThat(softened(balanced(temperature, temperature, weights), teacher))
                .containsExactly(normalised(times(weights, plain)), within(1e-14));
        assertThat(softened(balanced(temperature, 0, weights), teacher)).containsExactly(plain, within(1e-15));
        assertThat(DoubleStream.of(plain).sum()).isCloseTo(1, within(1e-14));
    }

    private static double[] times(List<Double> weights, double... row) {
        return IntStream.range(0, row.length)
                .mapToDouble(c -> weights.get(c) * row[c])
                .toArray();
    }

    private static double[] normalised(double... row) {
        double sum = DoubleStream.of(row).sum();
        return DoubleStream.of(row).map(value -> value / sum).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutOfRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain(temperature))
                .withMessage("temperature must be finite and > 0 but was " + temperature);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> balanced(temperature, 1, List.of(1.0)))
                .withMessage("temperature must be finite and > 0 but was " + temperature);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperingOutOfRangeIsRefused(double tempering) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> balanced(2, tempering, List.of(1.0)))
                .withMessage("tempering must be finite and >= 0 but was " + tempering);
    }

    @Test
    void weightsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> balanced(2, 2, List.of(1.0, 0.0)))
                .withMessage("class weights must be finite and > 0 but weight 1 was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> softened(balanced(2, 2, List.of(1.0, 2.0)), 1, 2, 3))
                .withMessage("teacher logits must be [2], one a class weight, but were [3]");
    }

    private static DistillationLoss plain(double temperature) {
        return new KdLoss(temperature, 1);
    }

    private static DistillationLoss balanced(double temperature, double tempering, List<Double> weights) {
        return new BkdLoss(temperature, 1, tempering, weights, new CrossEntropyLoss());
    }

    private static double[] softened(DistillationLoss loss, double... teacher) {
        double[] row = teacher.clone();
        loss.soften(row);
        return row;
    }
}
