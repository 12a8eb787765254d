package io.github.bkd4j.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ShortDistillationTest {

    @Test
    void itRunsOnWhateverThereIs() {
        assertThat(DoubleStream.of(ShortDistillation.probabilities()))
                .hasSize(90)
                .allMatch(p -> p >= 0 && p <= 1);
        assertThat(Backend.running()).isIn(Backend.CPU, Backend.CUDA);
    }
}
