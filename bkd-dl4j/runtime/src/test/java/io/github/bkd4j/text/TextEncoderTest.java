package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TextEncoderTest {

    private static final TextEncoding WORDS =
            TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1);
    private static final List<String> TRAINING = List.of("late parcel", "late late zebra", "late");

    private final Logger logger = (Logger) LoggerFactory.getLogger(TextEncoder.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
    }

    private List<String> said() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static TokenRows rows(TextEncoding encoding, String... texts) {
        return encoding.fit(TRAINING).encode(List.of(texts));
    }

    /**
     * scikit-learn, TfidfVectorizer(sublinear_tf=True, smooth_idf=True, norm="l2"): with N = 3 texts, idf(late, in 3) =
     * ln(4/4) + 1 = 1 and idf(parcel, in 1) = ln(4/2) + 1 = 1.6931; "parcel late late" has late 1 + ln 2 = 1.6931 times
     * 1, and parcel 1 times 1.6931.
     */
    @Test
    void tfIdfIsThatOfScikitLearn() {
        TokenRows rows = rows(WORDS, "parcel late late", "late zebra");

        assertThat(rows.ids(0)).containsExactly(1, 2);
        assertThat(rows.ids(1)).containsExactly(1, 3);
        assertThat(rows.weights(0)).containsExactly(new float[] {0.70710677f, 0.70710677f}, within(1e-7f));
        double norm = Math.sqrt(1 + 1.6931471805599454 * 1.6931471805599454);
        assertThat(rows.weights(1))
                .containsExactly(new float[] {(float) (1 / norm), (float) (1.6931471805599454 / norm)}, within(1e-7f));
    }

    @Test
    void theMeanCountsATokenAsOftenAsItComes() {
        TokenRows rows = rows(WORDS.withWeighting(Weighting.MEAN), "late parcel late late");

        assertThat(rows.ids(0)).containsExactly(1, 2);
        assertThat(rows.weights(0)).containsExactly(0.75f, 0.25f);
    }

    @Test
    void theMeanIsOverKnownTokens() {
        TokenRows rows = rows(WORDS.withWeighting(Weighting.MEAN), "parcel unknown late unknown");
        assertThat(rows.weights(0)).containsExactly(0.5f, 0.5f);
    }

    @Test
    void aSequenceKeepsOrderRepetitionsAndUnknownTokens() {
        TokenRows rows = rows(WORDS.withWeighting(Weighting.SEQUENCE), "zebra unknown late late", "parcel");

        assertThat(rows.ids(0)).containsExactly(3, 0, 1, 1);
        assertThat(rows.ids(1)).containsExactly(2);
        assertThat(rows.weights(0)).containsExactly(1f, 1f, 1f, 1f);
        assertThat(rows.weights(1)).containsExactly(1f);
    }

    @Test
    void bigramsAreTokens() {
        TextEncoder encoder = WORDS.withNgrams(2).fit(List.of("late parcel", "parcel"));

        assertThat(encoder.vocabulary().tokens()).containsExactly("parcel", "late", "late parcel");
        assertThat(encoder.encode(List.of("parcel late parcel")).length(0)).isEqualTo(3);
    }

    @Test
    void aTextOfOnlyUnknownWordsOrOfNothingIsTheUnknownToken() {
        TextEncoder encoder = WORDS.fit(TRAINING);

        TokenRows rows = encoder.encode(List.of("late", "gibberish gobbledegook", "", "🤬"));

        assertThat(rows.ids(1)).containsExactly(0);
        assertThat(rows.ids(2)).containsExactly(0);
        assertThat(rows.ids(3)).containsExactly(0);
        assertThat(rows.weights(1)).containsExactly(0f);
        assertThat(rows.weights(2)).containsExactly(0f);
        assertThat(rows.weights(3)).containsExactly(0f);
    }

    @Test
    void aSequenceOfOnlyUnknownWordsIsOneUnknownToken() {
        TokenRows rows = rows(WORDS.withWeighting(Weighting.SEQUENCE), "gibberish gobbledegook", "");

        assertThat(rows.ids(0)).containsExactly(0);
        assertThat(rows.ids(1)).containsExactly(0);
        assertThat(rows.weights(0)).containsExactly(1f);
        assertThat(rows.weights(1)).containsExactly(1f);
    }

    @Test
    void aTextOfAMillionWordsIsCutAndThatIsSaidOnce() {
        TextEncoder encoder = WORDS.withWeighting(Weighting.SEQUENCE).fit(TRAINING);
        String million = "late parcel ".repeat(500_000);

        TokenRows rows = encoder.encode(List.of("late", million, "late " + million));

        assertThat(rows.length(1)).isEqualTo(256);
        assertThat(rows.ids(1)).containsOnly(1, 2).hasSize(256);
        assertThat(said()).containsExactly("text 2 has 1000000 words; the network looks at the first 256 (said once)");
    }

    @Test
    void aTextAtTheLimitIsNotCut() {
        WORDS.withMaxWords(2).fit(TRAINING).encode(List.of("late parcel"));
        assertThat(said()).isEmpty();
    }

    @Test
    void onlyTrainingTextsAreLearntFrom() {
        TextEncoder encoder = WORDS.fit(TRAINING);
        encoder.encode(List.of("brand new words", "brand new words"));
        assertThat(encoder.vocabulary().tokens()).containsExactly("late", "parcel", "zebra");
    }

    @Test
    void wordsAndPartsOfWordsHaveHalfOfTheSquareEach() {
        TextEncoder encoder =
                TextEncoding.bagOfNgrams().withMinCount(1).withCharacters(3).fit(List.of("my fee", "my my card"));
        Vocabulary vocabulary = encoder.vocabulary();
        TokenRows rows = encoder.encode(List.of("my card"));
        double words = 0;
        double parts = 0;
        for (int token = 0; token < rows.length(0); token++) {
            double square = Math.pow(rows.weights(0)[token], 2);
            boolean part = vocabulary.isCharacters(rows.ids(0)[token]);
            words += part ? 0 : square;
            parts += part ? square : 0;
        }

        assertThat(words).isEqualTo(0.5, within(1e-6));
        assertThat(parts).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void itSaysWhetherATextHasAnythingKnown() {
        TextEncoder encoder = WORDS.fit(TRAINING);

        assertThat(encoder.hasKnownToken("a LATE answer")).isTrue();
        assertThat(encoder.hasKnownToken("quite unheard of")).isFalse();
        assertThat(encoder.hasKnownToken("")).isFalse();
        assertThat(encoder.hasKnownToken("\ud83d\ude00")).isFalse();
        assertThat(WORDS.withMaxWords(1).fit(TRAINING).hasKnownToken("behind late"))
                .isFalse();
        assertThat(WORDS.withCharacters(3).fit(TRAINING).hasKnownToken("latest"))
                .isTrue();
    }

    @Test
    void aLetterAndItsAccentAreTheSameInOnePieceAndInTwo() {
        TextEncoder encoder = WORDS.fit(List.of("caf\u00e9 cafe\u0301"));

        assertThat(encoder.vocabulary().tokens()).containsExactly("caf\u00e9");
        assertThat(encoder.hasKnownToken("CAFE\u0301")).isTrue();
        assertThat(WORDS.withNormalisation(Normalisation.NONE)
                        .fit(List.of("caf\u00e9 cafe\u0301"))
                        .vocabulary()
                        .tokens())
                .containsExactly("cafe\u0301", "caf\u00e9");
    }

    @Test
    void aWordHasTheSameRunsOfCharactersEachTimeThatItIsRead() {
        TextEncoder encoder =
                TextEncoding.bagOfNgrams().withMinCount(1).withCharacters(4).fit(TRAINING);
        String known = "late zebra late";
        String unknown = "latest zebras late"; // made of known runs
        for (String text : List.of(known, unknown, known, unknown)) {
            int[] expected = encoder.encoding().tokens(text).stream()
                    .mapToInt(encoder.vocabulary()::id)
                    .filter(id -> id != Vocabulary.UNKNOWN)
                    .sorted()
                    .distinct()
                    .toArray();
            assertThat(encoder.encode(List.of(text)).ids(0)).isEqualTo(expected);
        }
    }
}
