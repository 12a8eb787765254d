package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class WarmUpAndDropsTest {

    /** The published shape of 200 epochs, of 10 steps each. */
    private static final WarmUpAndDrops PUBLISHED = new WarmUpAndDrops(0.1, 2000, 0.025, List.of(0.8, 0.9), 0.01);

    @ParameterizedTest
    @CsvSource({
        "0, 0.002",
        "9, 0.02",
        "48, 0.098",
        "49, 0.1",
        "1599, 0.1",
        "1600, 0.001",
        "1799, 0.001",
        "1800, 0.00001",
        "1999, 0.00001"
    })
    void itRisesStaysAndDrops(int step, double value) {
        assertThat(PUBLISHED.valueAt(step, 0)).isCloseTo(value, within(1e-12));
    }

    @Test
    void withoutWarmUpItBeginsAtTheTop() {
        assertThat(new WarmUpAndDrops(0.5, 4, 0, List.of(), 1).valueAt(0, 0)).isEqualTo(0.5);
    }

    record Refused(Runnable made, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(() -> with(0, 1, 0, List.of(), 1), "top must be finite and > 0 but was 0.0"),
                new Refused(() -> with(1, 0, 0, List.of(), 1), "steps must be >= 1 but was 0"),
                new Refused(() -> with(1, 1, 1, List.of(), 1), "warm-up must be >= 0 and < 1 but was 1.0"),
                new Refused(() -> with(1, 1, 0, List.of(), 0), "factor must be > 0 and <= 1 but was 0.0"),
                new Refused(
                        () -> with(1, 1, 0, List.of(0.9, 0.8), 1),
                        "drops must be > 0 and < 1, and rise, but were [0.9, 0.8]"),
                new Refused(
                        () -> new Optimiser.Nesterov(1, 0, 0, List.of(), 1),
                        "momentum must be >= 0 and < 1 but was 1.0"),
                new Refused(
                        () -> new Optimiser.Nesterov(0.9, -1, 0, List.of(), 1),
                        "l2 must be finite and >= 0 but was -1.0"));
    }

    private static void with(double top, long steps, double warmUp, List<Double> drops, double factor) {
        new WarmUpAndDrops(top, steps, warmUp, drops, factor);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException().isThrownBy(refused.made()::run).withMessage(refused.message());
    }

    @Test
    void dl4jsJsonKeepsIt() {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .updater(new Nesterovs(PUBLISHED, 0.9))
                .graphBuilder()
                .addInputs("x")
                .addLayer(
                        "output",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nIn(1)
                                .activation(Activation.IDENTITY)
                                .nOut(1)
                                .build(),
                        "x")
                .setOutputs("output")
                .build();
        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
        assertThat(PUBLISHED.clone()).isEqualTo(PUBLISHED);
    }
}
