package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorsTest {

    private static final List<String> WORDS = List.of("late", "parcel", "late parcel");

    private static WordVectors vectors(float[]... rows) {
        return WordVectors.embedding(WORDS.subList(0, rows.length), words -> rows);
    }

    @Test
    void aMapIsCopiedInItsOrder() {
        Map<String, float[]> map = new LinkedHashMap<>();
        map.put("zebra", new float[] {1, 2});
        map.put("apple", new float[] {3, 4});
        WordVectors vectors = WordVectors.of(map);
        map.get("zebra")[0] = 9;
        map.remove("apple");

        assertThat(vectors.words()).containsExactly("zebra", "apple");
        assertThat(vectors.vector("zebra")).hasValue(new float[] {1, 2});
        assertThat(vectors.toString()).matches("WordVectors\\[words=2, dimension=2, fingerprint=[0-9a-f]{64}]");
    }

    @Test
    void vectorsHandedOutAreCopies() {
        WordVectors vectors = vectors(new float[] {1, 2});
        vectors.vector("late").orElseThrow()[0] = 9;

        assertThat(vectors.vector("late")).hasValue(new float[] {1, 2});
    }

    @Test
    void anEncoderEmbedsWordsAndBigramsAtOnce() {
        WordVectors vectors = WordVectors.embedding(
                WORDS,
                words -> words.stream()
                        .map(word -> new float[] {word.length(), 1})
                        .toArray(float[][]::new));

        assertThat(vectors.words()).isEqualTo(WORDS);
        assertThat(vectors.vector("late parcel")).hasValue(new float[] {11, 1});
    }

    @Test
    void anEncoderThatReturnsAnotherNumberOfVectorsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordVectors.embedding(WORDS, words -> new float[2][4]))
                .withMessage("encoder must return one vector a word, 3, but returned 2");
    }

    @Test
    void aWordThatComesTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordVectors.embedding(List.of("late", "late"), words -> new float[2][4]))
                .withMessage("words must be distinct but 'late' came twice");
    }

    @Test
    void vectorsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors(new float[3], new float[2]))
                .withMessage("vector of 'parcel' must have 3 values but had 2");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteAreRefused(float value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors(new float[2], new float[] {0, value}))
                .withMessage("value 2 of 'parcel' must be finite but was " + value);
    }

    @Test
    void noWordAndNoValueAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WordVectors.of(Map.of()))
                .withMessage("word vectors must have at least one word but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors(new float[0]))
                .withMessage("dimension must be >= 1 but was 0");
    }

    @Test
    void scalingSetsTheMeanNormAndKeepsTheDirections() {
        WordVectors vectors = vectors(new float[] {3, 4}, new float[] {0, -5}, new float[] {0, 0});
        assertThat(vectors.meanNorm()).isCloseTo(10 / 3.0, within(1e-15));

        WordVectors scaled = vectors.scaledTo(0.5);

        assertThat(scaled.meanNorm()).isCloseTo(0.5, within(1e-7));
        assertThat(scaled.vector("late").orElseThrow()).containsExactly(new float[] {0.45f, 0.6f}, within(1e-7f));
        assertThat(scaled.vector("parcel").orElseThrow()).containsExactly(new float[] {0, -0.75f}, within(1e-7f));
        assertThat(scaled.vector("late parcel")).hasValue(new float[] {0, 0});
        assertThat(vectors.vector("late")).hasValue(new float[] {3, 4});
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aNormOutOfRangeIsRefused(double norm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors(new float[] {1, 2}).scaledTo(norm))
                .withMessage("mean norm must be finite and > 0 but was " + norm);
    }

    @Test
    void vectorsOfZerosCannotBeScaled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vectors(new float[2]).scaledTo(1))
                .withMessage("vectors to be scaled must have a mean norm > 0 but it was 0.0");
    }

    /** Whoever keeps what was made with vectors knows them by their text. */
    @Test
    void otherNumbersHaveAnotherText() {
        WordVectors vectors = WordVectors.of(Map.of("a", new float[] {1, 2}));

        assertThat(WordVectors.of(Map.of("a", new float[] {1, 2}))).hasToString(vectors.toString());
        assertThat(WordVectors.of(Map.of("a", new float[] {1, 3})).toString()).isNotEqualTo(vectors.toString());
        assertThat(WordVectors.of(Map.of("b", new float[] {1, 2})).toString()).isNotEqualTo(vectors.toString());
    }
}
