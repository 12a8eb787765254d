package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.util.List;
import java.util.stream.IntStream;
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

    private static Features features(TextEncoding encoding, String... texts) {
        Inputs inputs = encoding.fit(TRAINING).encode(List.of(texts));
        return inputs.features(IntStream.range(0, texts.length).toArray());
    }

    private static float[][] matrix(Features features, int array) {
        return features.arrays().get(array).toFloatMatrix();
    }

    /**
     * scikit-learn, TfidfVectorizer(sublinear_tf=True, smooth_idf=True, norm="l2"): with N = 3 texts, idf(late, in 3) =
     * ln(4/4) + 1 = 1 and idf(parcel, in 1) = ln(4/2) + 1 = 1.6931; "parcel late late" has late 1 + ln 2 = 1.6931 times
     * 1, and parcel 1 times 1.6931.
     */
    @Test
    void tfIdfIsThatOfScikitLearn() {
        Features features = features(WORDS, "parcel late late", "late zebra");

        assertThat(matrix(features, 0)).isDeepEqualTo(new float[][] {{1, 2}, {1, 3}});
        float[][] weights = matrix(features, 1);
        assertThat(weights[0]).containsExactly(new float[] {0.70710677f, 0.70710677f}, within(1e-7f));
        double norm = Math.sqrt(1 + 1.6931471805599454 * 1.6931471805599454);
        assertThat(weights[1])
                .containsExactly(new float[] {(float) (1 / norm), (float) (1.6931471805599454 / norm)}, within(1e-7f));
    }

    @Test
    void theMeanCountsATokenAsOftenAsItComes() {
        Features features = features(WORDS.withWeighting(Weighting.MEAN), "late parcel late late");

        assertThat(matrix(features, 0)).isDeepEqualTo(new float[][] {{1, 2}});
        assertThat(matrix(features, 1)).isDeepEqualTo(new float[][] {{0.75f, 0.25f}});
    }

    @Test
    void theMeanIsOverKnownTokens() {
        Features features = features(WORDS.withWeighting(Weighting.MEAN), "parcel unknown late unknown");
        assertThat(matrix(features, 1)).isDeepEqualTo(new float[][] {{0.5f, 0.5f}});
    }

    @Test
    void aSequenceKeepsOrderRepetitionsAndUnknownTokens() {
        Features features = features(WORDS.withWeighting(Weighting.SEQUENCE), "zebra unknown late late", "parcel");

        assertThat(matrix(features, 0)).isDeepEqualTo(new float[][] {{3, 0, 1, 1}, {2, 0, 0, 0}});
        assertThat(matrix(features, 1)).isDeepEqualTo(new float[][] {{1, 1, 1, 1}, {1, 0, 0, 0}});
    }

    @Test
    void aBagIsPaddedWithWeightZeroAndHasNoMask() {
        Features features = features(WORDS, "late", "late parcel zebra");

        assertThat(matrix(features, 0)[0]).containsExactly(1, 0, 0);
        assertThat(matrix(features, 1)[0]).containsExactly(1, 0, 0);
        assertThat(features.masks()).isEmpty();
    }

    @Test
    void bigramsAreTokens() {
        TextEncoder encoder = WORDS.withNgrams(2).fit(List.of("late parcel", "parcel"));

        assertThat(encoder.vocabulary().tokens()).containsExactly("parcel", "late", "late parcel");
        assertThat(encoder.encode(List.of("parcel late parcel")).length(0)).isEqualTo(3);
    }

    @Test
    void theShapeSaysTheVocabulary() {
        assertThat(WORDS.fit(TRAINING).shape()).isEqualTo(new InputShape.WeightedTokens(4));
        assertThat(WORDS.withWeighting(Weighting.MEAN).fit(TRAINING).shape())
                .isEqualTo(new InputShape.WeightedTokens(4));
        assertThat(WORDS.withWeighting(Weighting.SEQUENCE).fit(TRAINING).shape())
                .isEqualTo(new InputShape.TokenSequence(4));
    }

    @Test
    void aTextOfOnlyUnknownWordsOrOfNothingIsTheUnknownToken() {
        TextEncoder encoder = WORDS.fit(TRAINING);

        Features features = encoder.encode(List.of("late", "gibberish gobbledegook", "", "🤬"))
                .features(1, 2, 3);

        assertThat(matrix(features, 0)).isDeepEqualTo(new float[][] {{0}, {0}, {0}});
        assertThat(matrix(features, 1)).isDeepEqualTo(new float[][] {{0}, {0}, {0}});
    }

    @Test
    void aSequenceOfOnlyUnknownWordsIsOneUnknownToken() {
        Features features = features(WORDS.withWeighting(Weighting.SEQUENCE), "gibberish gobbledegook", "");

        assertThat(matrix(features, 0)).isDeepEqualTo(new float[][] {{0}, {0}});
        assertThat(matrix(features, 1)).isDeepEqualTo(new float[][] {{1}, {1}});
    }

    @Test
    void aTextOfAMillionWordsIsCutAndThatIsSaidOnce() {
        TextEncoder encoder = WORDS.withWeighting(Weighting.SEQUENCE).fit(TRAINING);
        String million = "late parcel ".repeat(500_000);

        Inputs inputs = encoder.encode(List.of("late", million, "late " + million));

        assertThat(inputs.length(1)).isEqualTo(256);
        assertThat(matrix(inputs.features(1), 0)[0]).containsOnly(1, 2).hasSize(256);
        assertThat(said()).containsExactly("text 2 has 1000000 words; the first 256 are looked at (said once)");
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
}
