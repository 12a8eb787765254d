package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DivergedExceptionTest {

    @Test
    void divergenceSaysWhereAndWhatToTry() {
        assertThat(new DivergedException(1, "output", 0.5, 0.1))
                .hasMessage("training diverged in epoch 2 at layer output, after a loss of 0.5;"
                        + " try a learning rate smaller than 0.1");
        assertThat(new DivergedException(0, "output", Double.NaN, 0.1))
                .hasMessage("training diverged in epoch 1 at layer output, before any finite loss;"
                        + " try a learning rate smaller than 0.1");
    }
}
