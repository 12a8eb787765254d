package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

class LinearDecayTest {

    private static final LinearDecay DECAY = new LinearDecay(0.2, 10);

    @ParameterizedTest
    @CsvSource({"0,0.2", "1,0.18", "5,0.1", "9,0.02", "10,0", "11,0"})
    void fallsOnAStraightLineToZeroAndStaysThere(int step, double value) {
        assertThat(DECAY.valueAt(step, 3)).isCloseTo(value, within(1e-15));
    }

    @Test
    void dl4jsJsonKeepsIt() {
        NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder()
                .layer(new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
                        .nIn(1)
                        .nOut(1)
                        .updater(new Adam(DECAY))
                        .build())
                .build();
        assertThat(NeuralNetConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(configuration.toJson()).contains("io.github.bkd4j.train.LinearDecay");
    }

    @Test
    void aCopyIsEqual() {
        assertThat(DECAY.clone()).isEqualTo(DECAY).isNotSameAs(DECAY);
        assertThat(DECAY.start()).isEqualTo(0.2);
        assertThat(DECAY.steps()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStartOutsideItsRangeIsRefused(double start) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearDecay(start, 10))
                .withMessage("start must be finite and > 0 but was " + start);
    }

    @Test
    void aLineOfNoStepsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearDecay(0.2, 0))
                .withMessage("steps must be >= 1 but was 0");
    }
}
