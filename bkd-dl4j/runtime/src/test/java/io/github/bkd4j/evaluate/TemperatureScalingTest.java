package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemperatureScalingTest {

    private static final List<String> LABELS = List.of("a", "b");
    private static final Corpus<String> THREE_OF_FOUR = corpus("a", "a", "b", "a");

    private static Corpus<String> corpus(String... labels) {
        return Corpus.of(
                List.of(labels).stream().map(label -> new Labeled<>("", label)).toList());
    }

    private static Logits always(float logit, int instances) {
        float[][] rows = new float[instances][];
        Arrays.setAll(rows, i -> new float[] {logit, 0});
        return new Logits(LABELS, rows);
    }

    /** Three of four are right, which is sigmoid(ln 3). */
    @Test
    void theTemperatureByHand() {
        assertThat(TemperatureScaling.fit(always(6, 4), THREE_OF_FOUR)).isCloseTo(6 / Math.log(3), within(1e-5));
        assertThat(TemperatureScaling.fit(always(0.1f, 4), THREE_OF_FOUR)).isCloseTo(0.1 / Math.log(3), within(1e-5));
    }

    @Test
    void largeLogitsDoNotOverflow() {
        assertThat(TemperatureScaling.fit(always(3000, 4), THREE_OF_FOUR)).isCloseTo(100, within(1e-3));
    }

    @Test
    void whatItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemperatureScaling.fit(always(1, 3), THREE_OF_FOUR))
                .withMessage("logits must be about every instance of a corpus that has some, 4, but were about 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemperatureScaling.fit(always(1, 1), corpus("c")))
                .withMessage("label 'c' must be one of the logits but was not");
    }
}
