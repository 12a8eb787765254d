package io.github.bkd4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void aValueOnAnEdgeBelongsToTheBinBelow() {
        assertThat(Histogram.of(new double[] {0, 0.1, 0.5, 0.6, 1}, List.of(0.0, 0.5))
                        .counts())
                .containsExactly(1L, 2L, 2L);
    }

    @Test
    void stepsHaveABinForZero() {
        assertThat(Histogram.steps(4)).containsExactly(0.0, 0.25, 0.5, 0.75);
    }

    @Test
    void quantilesHaveAboutEquallyManyValues() {
        double[] values = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
        assertThat(Histogram.ofQuantiles(values, 4))
                .isEqualTo(new Histogram(List.of(0.3, 0.5, 0.7), List.of(3L, 2L, 2L, 1L)));
    }

    @Test
    void equalValuesShareABin() {
        assertThat(Histogram.ofQuantiles(new double[] {1, 1, 1, 2}, 4))
                .isEqualTo(new Histogram(List.of(1.0), List.of(3L, 1L)));
        assertThat(Histogram.ofQuantiles(new double[] {1, 1}, 4)).isEqualTo(new Histogram(List.of(), List.of(2L)));
    }

    @Test
    void otherValuesAreCountedInTheSameBins() {
        Histogram trained = Histogram.of(new double[] {0.2, 0.8}, List.of(0.5));
        assertThat(trained.ofSameBins(new double[] {0.9, 0.7, 0.1}))
                .isEqualTo(new Histogram(List.of(0.5), List.of(1L, 2L)));
    }

    @Test
    void whatIsNoHistogramIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(0.5, 0.5), List.of(1L, 1L, 1L)))
                .withMessage("edges must ascend and be finite but were [0.5, 0.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(0.5), List.of(1L)))
                .withMessage("counts must be one per bin, 2, but were 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Histogram(List.of(), List.of(-1L)))
                .withMessage("counts must be >= 0 but were [-1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.ofQuantiles(new double[0], 10))
                .withMessage("values must be at least one but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.ofQuantiles(new double[1], 0))
                .withMessage("bins must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.steps(0))
                .withMessage("steps must be >= 1 but was 0");
    }
}
