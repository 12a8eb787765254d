package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopKAccuracyTest {

    private static final Corpus<String> TEST = TestSet.of("a", "b", "c", "unknown");
    private static final Logits LOGITS =
            new Logits(List.of("c", "b", "a"), new float[][] {{1, 2, 3}, {3, 1, 2}, {2, 2, 3}, {1, 2, 3}});

    @Test
    void byHand() {
        assertThat(TopKAccuracy.of(LOGITS, TEST, 1)).isEqualTo(0.25); // a is first
        assertThat(TopKAccuracy.of(LOGITS, TEST, 2)).isEqualTo(0.5); // c ties with b, and comes before it
        assertThat(TopKAccuracy.of(LOGITS, TEST, 3)).isEqualTo(0.75); // b is last
        assertThat(TopKAccuracy.of(LOGITS, TEST, 9)).isEqualTo(0.75); // the unknown class never is
    }

    @Test
    void kBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopKAccuracy.of(LOGITS, TEST, 0))
                .withMessage("k must be >= 1 but was 0");
    }
}
