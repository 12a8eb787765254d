package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.bkd4j.io.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class MiniLmTest {

    private static final OnnxEncoder ENCODER = SentenceEncoder.miniLm();

    private static final List<String> TEXTS = List.of(
            "how old are you?",
            "what is your age?",
            "",
            "my parcel never came",
            "the package was not delivered",
            "\u202eשלום\u202c 🤬",
            "a cheque, please",
            "I would like to know why the payment that I made at the shop yesterday shows up twice on my account");

    private final int threadsBefore = Threads.count();

    @AfterEach
    void asManyThreadsAsBefore() {
        Threads.use(threadsBefore);
    }

    private static double cosine(String one, String other) {
        float[][] vectors = ENCODER.embed(List.of(one, other));
        double dot = 0;
        for (int d = 0; d < vectors[0].length; d++) {
            dot += vectors[0][d] * vectors[1][d];
        }
        return dot;
    }

    @Test
    void whatMeansAlikeLiesCloseTogether() {
        assertThat(cosine("how old are you?", "what is your age?")).isGreaterThan(0.7);
        assertThat(cosine("my parcel never came", "the package was not delivered"))
                .isGreaterThan(0.5);
        assertThat(cosine("how old are you?", "the package was not delivered")).isLessThan(0.2);
        assertThat(cosine("my parcel never came", "a cheque, please")).isLessThan(0.3);
    }

    @Test
    void theEncoderSaysWhatItIs() {
        assertThat(ENCODER.name()).isEqualTo("all-minilm-l6-v2-q");
        assertThat(ENCODER.dimension()).isEqualTo(384);
        assertThat(ENCODER.maxTokens()).isEqualTo(128);
        assertThat(ENCODER)
                .hasToString("OnnxEncoder[name=all-minilm-l6-v2-q, longTexts=CUT, fingerprint="
                        + ENCODER.fingerprint().hex() + "]");
        assertThat(SentenceEncoder.miniLm()).isSameAs(ENCODER);
    }

    @Test
    void vectorsHaveLengthOne() {
        for (String text : TEXTS) {
            assertThat(cosine(text, text)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void noTextsHaveNoVectors() {
        assertThat(ENCODER.embed(List.of())).isEmpty();
    }

    /** To the last bit: no text shares a run of the model with another one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aVectorDoesNotDependOnItsNeighbours(int threads) {
        List<String> mixed = new ArrayList<>(TEXTS);
        Collections.shuffle(mixed, new Random(threads));
        Threads.use(threads);
        float[][] together = ENCODER.embed(mixed);

        for (int i = 0; i < together.length; i++) {
            assertThat(together[i]).isEqualTo(ENCODER.embed(List.of(mixed.get(i)))[0]);
        }
    }

    @Test
    void manyCallersGetTheSameVectors() {
        float[][] alone = ENCODER.embed(TEXTS);
        List<CompletableFuture<float[][]>> callers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> ENCODER.embed(TEXTS)))
                .limit(4)
                .toList();
        assertThat(callers.stream().map(CompletableFuture::join))
                .allSatisfy(vectors -> assertThat(vectors).isDeepEqualTo(alone));
    }

    @Test
    void aCutTextIsSaidOnce() {
        Logger logger = (Logger) LoggerFactory.getLogger(OnnxEncoder.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        try {
            String text = "late ".repeat(127);
            Threads.use(1); // in order
            OnnxEncoder encoder = SentenceEncoder.miniLm().withLongTexts(LongTexts.CUT); // that has not said it yet
            float[][] vectors = encoder.embed(List.of("short", text, text + "parcel", "late ".repeat(126)));

            assertThat(appender.list.stream().map(ILoggingEvent::getFormattedMessage))
                    .containsExactly("text 2 has more than 128 tokens; encoder all-minilm-l6-v2-q looks at the first"
                            + " ones (said once)");
            assertThat(vectors[1]).isEqualTo(vectors[2]).isEqualTo(vectors[3]);
            assertThat(encoder.withLongTexts(LongTexts.WINDOWS).embed(List.of(text + "parcel"))[0])
                    .isNotEqualTo(vectors[2]);
        } finally {
            logger.detachAppender(appender);
        }
    }

    /** Tokenizers are loaded offline, but whatever else the application does with DJL is not. */
    @Test
    void djlIsNotLeftOffline() {
        assertThat(System.getProperty("ai.djl.offline")).isNull();
    }
}
