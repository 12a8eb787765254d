package io.github.bkd4j.transformer;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tokenizer.json: cuts a text into the tokens that its encoder knows. Thread-safe. */
final class SentenceTokenizer {

    private static final int CUSTOMARY_LIMIT = 512; // positions of BERT, where the file sets no limit
    private static final String OFFLINE = "ai.djl.offline";

    private final HuggingFaceTokenizer tokenizer;
    private final int limit;
    private final List<String> words;

    private SentenceTokenizer(HuggingFaceTokenizer tokenizer, int limit, List<String> words) {
        this.tokenizer = tokenizer;
        this.limit = limit;
        this.words = words;
    }

    static SentenceTokenizer of(String name, byte[] json) {
        try {
            JsonNode parsed = new ObjectMapper().readTree(json);
            int limit = parsed.path("truncation").path("max_length").asInt(CUSTOMARY_LIMIT);
            return new SentenceTokenizer(load(json, limit), limit, TokenizerWords.of(parsed));
        } catch (EngineException e) {
            throw new EncoderException("the tokenizers' native library cannot be loaded: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) { // what the native library throws is a bare RuntimeException
            throw new EncoderException(name + ": not a tokenizer.json", e);
        }
    }

    /** DJL would report its use to a server, and fetch a native library where there is a GPU, were it not offline. */
    private static synchronized HuggingFaceTokenizer load(byte[] json, int limit) throws IOException {
        String before = System.getProperty(OFFLINE);
        System.setProperty(OFFLINE, "true");
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options(Integer.toString(limit)));
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(OFFLINE);
        } else {
            System.setProperty(OFFLINE, before);
        }
    }

    private static Map<String, String> options(String limit) {
        return Map.of(
                "padding", "false", "truncation", "true", "maxLength", limit, "modelMaxLength", limit, "stride", "0");
    }

    /** Whole words among its tokens. */
    List<String> words() {
        return words;
    }

    /** Most tokens of a window, the special ones included. */
    int limit() {
        return limit;
    }

    /** The text in windows of at most {@link #limit()} tokens; one window unless the text is long. */
    List<Encoding> windows(String text) {
        Encoding first = tokenizer.encode(text, true, true);
        return Stream.concat(Stream.of(first), Arrays.stream(first.getOverflowing()))
                .toList();
    }
}
