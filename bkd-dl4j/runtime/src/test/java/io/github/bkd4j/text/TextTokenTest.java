package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTokenTest {

    private static final List<String> TRAINING = List.of("late parcel", "late late zebra", "late");
    private static final TextEncoding BAG = TextEncoding.bagOfNgrams().withMinCount(1);

    @Test
    void aBagsTokensAreTheKnownOnesWithTheirPlaces() {
        TextEncoder encoder = BAG.withCharacters(3).fit(TRAINING);

        assertThat(encoder.tokens("Late new PARCEL late"))
                .startsWith(
                        new TextToken(
                                "late", TokenKind.WORD, encoder.vocabulary().id("late"), 0),
                        new TextToken(
                                "parcel", TokenKind.WORD, encoder.vocabulary().id("parcel"), 2),
                        new TextToken(
                                "late", TokenKind.WORD, encoder.vocabulary().id("late"), 3))
                .contains(new TextToken(
                        "<la", TokenKind.PART, encoder.vocabulary().id(" <la"), 0))
                .doesNotHaveDuplicates();
        assertThat(encoder.tokens("a late parcel"))
                .contains(new TextToken(
                        "late parcel", TokenKind.NGRAM, encoder.vocabulary().id("late parcel"), 1));
        assertThat(encoder.tokens("new")).isEmpty();
    }

    /** The tokens are those that a network sees. */
    @Test
    void theyAreWhatIsEncoded() {
        TextEncoder encoder = BAG.withCharacters(4).fit(TRAINING);
        String text = "Late new PARCEL late zebras";

        assertThat(encoder.tokens(text).stream()
                        .mapToInt(TextToken::id)
                        .sorted()
                        .distinct())
                .containsExactlyElementsOf(
                        Arrays.stream(encoder.encode(List.of(text)).ids(0))
                                .boxed()
                                .toList());
    }

    @Test
    void aSequenceHasEveryWordUnlessNoneIsKnown() {
        TextEncoder encoder = TextEncoding.sequence().withMinCount(1).fit(TRAINING);

        assertThat(encoder.tokens("a late parcel")).extracting(TextToken::token).containsExactly("a", "late", "parcel");
        assertThat(encoder.tokens("a late parcel")).extracting(TextToken::id).startsWith(Vocabulary.UNKNOWN);
        assertThat(encoder.tokens("nothing known")).isEmpty();
    }

    @Test
    void wordsThatAreCutOffHaveNoTokens() {
        TextEncoder encoder = BAG.withMaxWords(2).withNgrams(1).fit(TRAINING);
        assertThat(encoder.tokens("late late parcel"))
                .extracting(TextToken::token)
                .containsExactly("late", "late");
    }

    @Test
    void theShareOfUnknownWords() {
        TextEncoder encoder = BAG.fit(TRAINING);

        assertThat(encoder.unknownShare("late new parcel, what")).isEqualTo(0.5);
        assertThat(encoder.unknownShare("Late")).isZero();
        assertThat(encoder.unknownShare("?!")).isEqualTo(1);
    }

    /** Zebra is in one text alone: left out, it would not be known; late would. A lexicon stays. */
    @Test
    void theShareThatATrainingTextWouldHaveLeftOut() {
        TextEncoder encoder = BAG.fit(TRAINING);

        assertThat(encoder.unknownShareLeftOut("late late zebra")).isEqualTo(1 - 2 / 3.0);
        assertThat(encoder.with(List.of("giraffe")).unknownShareLeftOut("giraffe late"))
                .isZero();
        assertThat(encoder.unknownShareLeftOut("")).isEqualTo(1);
    }
}
