package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.balance.Sampler;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {

    record Refused(UnaryOperator<Schedule> change, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(s -> Schedule.of(0), "epochs must be >= 1 but was 0"),
                new Refused(s -> s.withBatchSize(0), "batch size must be >= 1 but was 0"),
                new Refused(s -> s.withPatience(-1), "patience must be >= 0 but was -1"),
                new Refused(s -> s.withLearningRate(0), "learning rate must be finite and > 0 but was 0.0"),
                new Refused(s -> s.withLearningRate(Double.NaN), "learning rate must be finite and > 0 but was NaN"),
                new Refused(
                        s -> s.withLearningRate(Double.POSITIVE_INFINITY),
                        "learning rate must be finite and > 0 but was Infinity"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refused.change().apply(Schedule.of(5)))
                .withMessage(refused.message());
    }

    @Test
    void eachSettingIsChangedByItself() {
        assertThat(Schedule.of(5))
                .isEqualTo(new Schedule(5, 64, 0.002, 0, Sampler.instanceBalanced(), Optimiser.adam()));
        assertThat(Schedule.of(5)
                        .withBatchSize(8)
                        .withLearningRate(0.1)
                        .withPatience(2)
                        .withSampler(Sampler.classBalanced())
                        .withOptimiser(Optimiser.nesterov()))
                .isEqualTo(new Schedule(5, 8, 0.1, 2, Sampler.classBalanced(), Optimiser.nesterov()));
    }

    @ParameterizedTest
    @CsvSource({"1,64,1", "64,64,1", "65,64,2", "128,64,2", "2147483647,2147483647,1", "2147483647,1,2147483647"})
    void anEpochHasAsManyStepsAsItTakes(int instances, int batchSize, int steps) {
        assertThat(Schedule.of(1).withBatchSize(batchSize).steps(instances)).isEqualTo(steps);
    }
}
