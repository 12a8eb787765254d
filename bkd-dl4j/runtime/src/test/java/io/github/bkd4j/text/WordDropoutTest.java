package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordDropoutTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aCopyIsAPartOfItsTextInOrderAndNeverAllOrNothing(long seed) {
        for (String copy : new WordDropout(20, 0.5).of(List.of("a b c d"), seed)) {
            List<String> kept = Arrays.asList(copy.split(" "));

            assertThat(kept).isSorted().hasSizeBetween(1, 3);
            assertThat(List.of("a", "b", "c", "d")).containsAll(kept);
        }
    }

    @Test
    void theRateIsTheShareOfWordsLeftOut() {
        String text = String.join(" ", Collections.nCopies(10_000, "word"));

        String copy = new WordDropout(1, 0.3).of(List.of(text), 7).get(0);

        assertThat(copy.split(" ").length / 1e4).isEqualTo(0.7, within(0.02));
    }

    @Test
    void theSameSeedGivesTheSameCopies() {
        List<String> texts = List.of("my parcel never came", "where is it");
        WordDropout dropout = new WordDropout(5, 0.3);

        assertThat(dropout.of(texts, 7)).isEqualTo(dropout.of(texts, 7)).isNotEqualTo(dropout.of(texts, 8));
    }

    @Test
    void aTextOfOneWordHasNoCopy() {
        assertThat(new WordDropout(5, 0.3).of(List.of("parcel", "", " \t "), 7)).isEmpty();
    }

    @Test
    void valuesOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordDropout(0, 0.3))
                .withMessage("copies must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordDropout(1, 1))
                .withMessage("rate must be > 0 and < 1 but was 1.0");
    }
}
