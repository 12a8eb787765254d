package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.io.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that are worked by hand. */
class OnnxEncoderTest {

    @TempDir
    Path folder;

    private Path model() {
        return folder.resolve("model.onnx");
    }

    private Path tokenizer() {
        return folder.resolve("tokenizer.json");
    }

    private OnnxEncoder encoder(byte[] onnx, String json) throws IOException {
        return SentenceEncoder.of(Files.write(model(), onnx), Files.writeString(tokenizer(), json));
    }

    private static float[] vector(SentenceEncoder encoder, String text) {
        return encoder.embed(List.of(text))[0];
    }

    /** (3, 0) and (0, 4) have the mean (1.5, 2) of length 2.5. */
    @Test
    void tokensAreAveragedAndScaledToLengthOne() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());

        assertThat(vector(encoder, "a b")).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(encoder.dimension()).isEqualTo(2);
        assertThat(encoder.name()).isEqualTo("model.onnx");
        assertThat(encoder.maxTokens()).isEqualTo(512);
    }

    /** The largest of (3, 0), (0, 4) and (0, 4). */
    @Test
    void oneVectorATextIsTakenAsItIs() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofTexts(), TinyTokenizer.unlimited());
        assertThat(vector(encoder, "a b b")).containsExactly(3, 4);
    }

    @Test
    void aTextWithoutTokensOrWithoutLengthIsZero() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());

        assertThat(vector(encoder, "")).containsExactly(0, 0);
        assertThat(vector(encoder, "unknown")).containsExactly(0, 0);
    }

    @Test
    void tokenTypesAreAnOption() throws IOException {
        List<String> three = List.of("input_ids", "attention_mask", "token_type_ids");
        OnnxEncoder encoder = encoder(TinyOnnx.withInputs(three), TinyTokenizer.unlimited());
        assertThat(vector(encoder, "a")).containsExactly(1, 0);
    }

    /** The token types, all 0, pick row 0: they are really given. */
    @Test
    void tokenTypesAreThoseOfTheTokenizer() throws IOException {
        List<String> three = List.of("token_type_ids", "input_ids", "attention_mask");
        OnnxEncoder encoder = encoder(TinyOnnx.withInputs(three), TinyTokenizer.unlimited());
        assertThat(vector(encoder, "a")).containsExactly(0, 0);
    }

    @Test
    void theMaskIsOne() throws IOException {
        List<String> masked = List.of("attention_mask", "input_ids");
        OnnxEncoder encoder = encoder(TinyOnnx.withInputs(masked), TinyTokenizer.unlimited());
        assertThat(vector(encoder, "b b b")).containsExactly(1, 0);
    }

    @Test
    void theFirstTokenStandsForTheTextByOption() throws IOException {
        OnnxEncoder mean = encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());
        OnnxEncoder first = mean.withPooling(Pooling.FIRST);

        assertThat(vector(first, "b a a")).containsExactly(0, 1);
        assertThat(vector(first.withNormalised(false), "b a a")).containsExactly(0, 4);
        assertThat(first.fingerprint()).isNotEqualTo(mean.fingerprint());
        assertThat(first.withNormalised(false).fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void theFirstTokenOfAModelThatPoolsIsRefused() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofTexts(), TinyTokenizer.unlimited());
        assertThatThrownBy(() -> encoder.withPooling(Pooling.FIRST))
                .isInstanceOf(EncoderException.class)
                .hasMessage(model() + ": the pooling of a model that gives one vector per text must be MEAN but was"
                        + " FIRST");
    }

    @Test
    void aPrefixComesBeforeEachText() throws IOException {
        OnnxEncoder plain = encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());
        OnnxEncoder prefixed = plain.withPrefix("b ");

        assertThat(vector(prefixed, "a")).isEqualTo(vector(plain, "b a"));
        assertThat(prefixed.fingerprint()).isNotEqualTo(plain.fingerprint());
    }

    @Test
    void windowsMayBeShorter() throws IOException {
        OnnxEncoder usual = encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());
        OnnxEncoder three = usual.withMaxTokens(3);

        assertThat(three.maxTokens()).isEqualTo(3);
        assertThat(vector(three, "a a a b")).containsExactly(1, 0);
        assertThat(three.fingerprint()).isNotEqualTo(usual.fingerprint());
        assertThatThrownBy(() -> usual.withMaxTokens(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max tokens must be >= 3 but was 2");
    }

    @Test
    void longTextsAreCut() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofTokens(), TinyTokenizer.limitedTo(2));

        assertThat(encoder.maxTokens()).isEqualTo(2);
        assertThat(vector(encoder, "a a b")).containsExactly(1, 0);
    }

    /** (3, 0), (3, 0) | (0, 4) have the mean (2, 4/3). */
    @Test
    void longTextsAreAveragedOverWindowsByOption() throws IOException {
        OnnxEncoder cut = encoder(TinyOnnx.ofTokens(), TinyTokenizer.limitedTo(2));
        OnnxEncoder windows = cut.withLongTexts(LongTexts.WINDOWS);
        double length = Math.hypot(2, 4 / 3.0);

        assertThat(vector(windows, "a a b"))
                .containsExactly(new float[] {(float) (2 / length), (float) (4 / 3.0 / length)}, within(1e-6f));
        assertThat(vector(windows, "a b")).isEqualTo(vector(cut, "a b"));
        assertThat(windows.fingerprint()).isNotEqualTo(cut.fingerprint());
    }

    @Test
    void theFingerprintIsThatOfBothFiles() throws IOException {
        Fingerprint first =
                encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited()).fingerprint();
        assertThat(encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited()).fingerprint())
                .isEqualTo(first);
        assertThat(encoder(TinyOnnx.ofTexts(), TinyTokenizer.unlimited()).fingerprint())
                .isNotEqualTo(first);
        assertThat(encoder(TinyOnnx.ofTokens(), TinyTokenizer.limitedTo(9)).fingerprint())
                .isNotEqualTo(first);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> SentenceEncoder.of(nowhere, tokenizer()))
                .isInstanceOf(EncoderException.class)
                .hasMessage(nowhere + ": no such encoder file");
        assertThatThrownBy(() -> SentenceEncoder.of(model(), nowhere))
                .isInstanceOf(EncoderException.class)
                .hasMessage(nowhere + ": no such tokenizer file");
    }

    record Refused(Supplier<byte[]> onnx, String message) {}

    static Stream<Refused> refused() {
        String inputs = "a sentence encoder must have the inputs input_ids and attention_mask, with or without"
                + " token_type_ids, but had ";
        String output = "the output of a sentence encoder must be FLOAT [batch, tokens, dimension] or"
                + " [batch, dimension] but ";
        return Stream.of(
                new Refused(() -> new byte[] {1, 2, 3}, "not an ONNX model in one file"),
                new Refused(() -> new byte[0], "not an ONNX model in one file"),
                new Refused(() -> TinyOnnx.withInputs(List.of("pixel_values")), inputs + "[pixel_values]"),
                new Refused(
                        () -> TinyOnnx.withInputs(List.of("input_ids", "attention_mask", "position_ids")),
                        inputs + "[attention_mask, input_ids, position_ids]"),
                new Refused(
                        TinyOnnx::ofShortIntegers,
                        "the inputs of a sentence encoder must be INT64 [batch, tokens]"
                                + " but input_ids was INT32 [-1, -1]"),
                new Refused(TinyOnnx::ofIntegers, output + "logits was INT64 [-1, -1]"),
                new Refused(() -> TinyOnnx.ofRank(1), output + "sentence_embedding was FLOAT [2]"),
                new Refused(() -> TinyOnnx.ofRank(4), output + "sentence_embedding was FLOAT [1, -1, -1, 2]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFileThatIsNoSentenceEncoderIsRefused(Refused refused) {
        assertThatThrownBy(() -> encoder(refused.onnx().get(), TinyTokenizer.unlimited()))
                .isInstanceOf(EncoderException.class)
                .hasMessage(model() + ": " + refused.message());
    }

    @ParameterizedTest
    @MethodSource
    void aFileThatIsNoTokenizerIsRefused(String json) {
        assertThatThrownBy(() -> encoder(TinyOnnx.ofTokens(), json))
                .isInstanceOf(EncoderException.class)
                .hasMessage(tokenizer() + ": not a tokenizer.json");
    }

    static Stream<String> aFileThatIsNoTokenizerIsRefused() {
        return Stream.of("", "hello", "{}", "[]", "{\"version\": \"1.0\"}");
    }

    /** Row 9 of a table with 4 rows. */
    @Test
    void aTokenizerThatDoesNotFitIsRefused() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofTokens(), TinyTokenizer.unlimited());

        assertThatThrownBy(() -> encoder.embed(List.of("a", "a b", "c z", "b")))
                .isInstanceOf(EncoderException.class)
                .hasMessage(model() + ": the encoder must know the tokens of its tokenizer but refused token 9");
    }

    @Test
    void windowsThatTheModelHasNoPositionsForAreRefused() throws IOException {
        OnnxEncoder encoder = encoder(TinyOnnx.ofOneOrFourTokens(), TinyTokenizer.unlimited());

        assertThat(vector(encoder, "a b a b")).hasSize(2);
        assertThatThrownBy(() -> encoder.embed(List.of("a b a b a")))
                .isInstanceOf(EncoderException.class)
                .hasMessage(model() + ": the encoder must take as many tokens as its windows have but refused 5");
    }
}
