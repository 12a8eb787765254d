package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenVectorsTest {

    private static final WordVectors VECTORS = vectors();

    private static WordVectors vectors() {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        vectors.put("late", new float[] {1, 2});
        vectors.put("parcel", new float[] {3, 4});
        return WordVectors.of(vectors);
    }

    @Test
    void theFirstWordsOfAFileAreTheLexicon() {
        assertThat(TokenVectors.of(VECTORS, 0).lexicon()).isEmpty();
        assertThat(TokenVectors.of(VECTORS, 1).lexicon()).containsExactly("late");
        assertThat(TokenVectors.of(VECTORS, 20_000).lexicon()).containsExactly("late", "parcel");
    }

    @Test
    void knownTokensHaveTheirVectors() {
        WordVectors known = TokenVectors.of(VECTORS, 0).of(List.of("zebra", "parcel"));

        assertThat(known.words()).containsExactly("parcel");
        assertThat(known.vector("parcel").orElseThrow()).containsExactly(3, 4);
    }

    @Test
    void vectorsThatKnowNoTokenAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenVectors.of(VECTORS, 0).of(List.of("zebra", "apple")))
                .withMessage("word vectors must have a token of the vocabulary but had none of its 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenVectors.of(VECTORS, -1))
                .withMessage("lexicon must be >= 0 but was -1");
    }
}
