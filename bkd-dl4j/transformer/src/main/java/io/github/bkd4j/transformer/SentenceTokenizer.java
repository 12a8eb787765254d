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
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tokenizer of a tokenizer.json. Thread-safe. */
final class SentenceTokenizer {

    private static final int CUSTOMARY_LIMIT = 512; // BERT's positions, where the file sets no limit
    private static final String OFFLINE = "ai.djl.offline";

    private final String name;
    private final byte[] json;
    private final HuggingFaceTokenizer tokenizer;
    private final int limit;
    private final List<String> words;

    private SentenceTokenizer(String name, byte[] json, HuggingFaceTokenizer tokenizer, int limit, List<String> words) {
        this.name = name;
        this.json = json;
        this.tokenizer = tokenizer;
        this.limit = limit;
        this.words = words;
    }

    static SentenceTokenizer of(String name, byte[] json) {
        return of(name, json, OptionalInt.empty());
    }

    /** The same with windows of so many tokens. */
    SentenceTokenizer limitedTo(int tokens) {
        return tokens == limit ? this : of(name, json, OptionalInt.of(tokens));
    }

    private static SentenceTokenizer of(String name, byte[] json, OptionalInt tokens) {
        try {
            JsonNode parsed = new ObjectMapper().readTree(json);
            int usual = parsed.path("truncation").path("max_length").asInt(CUSTOMARY_LIMIT);
            int limit = tokens.orElse(usual);
            return new SentenceTokenizer(name, json, load(json, limit), limit, TokenizerWords.of(parsed));
        } catch (EngineException e) {
            throw new EncoderException("the tokenizers' native library cannot be loaded: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) { // the native library throws plain RuntimeExceptions
            throw new EncoderException(name + ": not a tokenizer.json", e);
        }
    }

    /**
     * Loads a tokenizer with DJL set offline: otherwise DJL reports its use to a server and, on a machine with a GPU,
     * downloads a native library.
     */
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

    /** The whole words among the tokens. */
    List<String> words() {
        return words;
    }

    /** The maximum number of tokens per window, including the special tokens. */
    int limit() {
        return limit;
    }

    /** Splits a text into windows of at most {@link #limit()} tokens; a short text is one window. */
    List<Encoding> windows(String text) {
        Encoding first = tokenizer.encode(text, true, true);
        return Stream.concat(Stream.of(first), Arrays.stream(first.getOverflowing()))
                .toList();
    }
}
