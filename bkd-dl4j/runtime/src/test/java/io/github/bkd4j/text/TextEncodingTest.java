package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextEncodingTest {

    private static final TextEncoding BAG = TextEncoding.bagOfNgrams();

    record Refused(UnaryOperator<TextEncoding> change, String message) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(e -> e.withNgrams(0), "ngrams must be 1 to 5 but was 0"),
                new Refused(e -> e.withNgrams(6), "ngrams must be 1 to 5 but was 6"),
                new Refused(e -> e.withWeighting(Weighting.SEQUENCE), "ngrams of a token sequence must be 1 but was 2"),
                new Refused(e -> e.withCharacters(2), "characters must be 0 or 3 to 8 but was 2"),
                new Refused(e -> e.withCharacters(9), "characters must be 0 or 3 to 8 but was 9"),
                new Refused(
                        e -> e.withNgrams(1).withCharacters(3).withWeighting(Weighting.SEQUENCE),
                        "characters of a token sequence must be 0 but was 3"),
                new Refused(e -> e.withMinCount(0), "minCount must be >= 1 but was 0"),
                new Refused(e -> e.withMaxVocabulary(0), "maxVocabulary must be >= 1 but was 0"),
                new Refused(e -> e.withMaxVocabulary(16777217), "maxVocabulary must be <= 16777216 but was 16777217"),
                new Refused(e -> e.withMaxWords(-1), "maxWords must be >= 1 but was -1"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutsideItsRangeIsRefused(Refused refused) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> refused.change().apply(BAG))
                .withMessage(refused.message());
    }

    @Test
    void theLimitsOfTheRangesAreAllowed() {
        TextEncoding smallest =
                BAG.withNgrams(1).withMinCount(1).withMaxVocabulary(1).withMaxWords(1);
        TextEncoding largest = BAG.withNgrams(5).withCharacters(8).withMaxVocabulary(16777216);

        assertThat(smallest)
                .isEqualTo(new TextEncoding(Tokenizer.standard(), Normalisation.NFC, 1, 0, 1, 1, 1, Weighting.TF_IDF));
        assertThat(largest)
                .isEqualTo(new TextEncoding(
                        Tokenizer.standard(), Normalisation.NFC, 5, 8, 2, 16777216, 256, Weighting.TF_IDF));
    }

    @Test
    void theCustomarySettings() {
        assertThat(BAG)
                .isEqualTo(new TextEncoding(
                        Tokenizer.standard(), Normalisation.NFC, 2, 0, 2, 100_000, 256, Weighting.TF_IDF));
        assertThat(TextEncoding.sequence())
                .isEqualTo(new TextEncoding(
                        Tokenizer.standard(), Normalisation.NFC, 1, 0, 2, 50_000, 256, Weighting.SEQUENCE));
    }

    @Test
    void nothingOfARunOfTheProgramIsPrinted() {
        assertThat(BAG)
                .hasToString(
                        "TextEncoding[tokenizer=unicode-words, normalisation=nfc, ngrams=2, characters=0, minCount=2,"
                                + " maxVocabulary=100000, maxWords=256, weighting=TF_IDF]");
    }

    @Test
    void tokensAreWordsThenPairsThenTriples() {
        List<String> words = List.of("my", "parcel", "never");

        assertThat(BAG.withNgrams(1).tokens(words)).isEqualTo(words);
        assertThat(BAG.withNgrams(3).tokens(words))
                .containsExactly("my", "parcel", "never", "my parcel", "parcel never", "my parcel never");
        assertThat(BAG.withNgrams(5).tokens(List.of("my"))).containsExactly("my");
        assertThat(BAG.tokens(List.of())).isEmpty();
    }

    @Test
    void charactersOfAWordComeLastItsEndsMarked() {
        TextEncoding encoding = BAG.withCharacters(4);

        assertThat(encoding.tokens(List.of("my", "fee")))
                .containsExactly(
                        "my", "fee", "my fee", " <my", " my>", " <my>", " <fe", " fee", " ee>", " <fee", " fee>");
    }

    @Test
    void aCharacterOfTwoCodeUnitsIsNotCut() {
        assertThat(BAG.withCharacters(3).tokens(List.of("𝒳y"))).containsExactly("𝒳y", " <𝒳y", " 𝒳y>");
    }
}
