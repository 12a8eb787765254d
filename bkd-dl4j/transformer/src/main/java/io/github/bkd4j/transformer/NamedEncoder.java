package io.github.bkd4j.transformer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * English sentence encoders that have a name, each in a jar of its own on Maven Central. Vectors have 384 numbers.
 * Those quantised to 8 bits are about twice as fast as the others, and their jars a quarter as large.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public enum NamedEncoder {

    /** all-MiniLM-L6-v2 in 8 bits: 6 layers, texts of up to 128 tokens; comes with this module. */
    MINILM("minilm", "all-minilm-l6-v2-q", "all-minilm-l6-v2-q", Pooling.MEAN, ""),

    /** BGE-small-en-v1.5 in 8 bits: 12 layers, texts of up to 512 tokens. */
    BGE_SMALL("bge-small", "bge-small-en-v15-q", "bge-small-en-v1.5-q", Pooling.FIRST, ""),

    /** E5-small-v2 in 8 bits: 12 layers, texts of up to 512 tokens. */
    E5_SMALL("e5-small", "e5-small-v2-q", "e5-small-v2-q", Pooling.MEAN, "query: "),

    /** all-MiniLM-L6-v2 in single precision. */
    MINILM_FLOAT("minilm-float", "all-minilm-l6-v2", "all-minilm-l6-v2", Pooling.MEAN, ""),

    /** BGE-small-en-v1.5 in single precision. */
    BGE_SMALL_FLOAT("bge-small-float", "bge-small-en-v15", "bge-small-en-v1.5", Pooling.FIRST, ""),

    /** E5-small-v2 in single precision. */
    E5_SMALL_FLOAT("e5-small-float", "e5-small-v2", "e5-small-v2", Pooling.MEAN, "query: ");

    static final String VERSION = "0.36.2"; // the last that is published

    private final String title;
    private final String artifact; // behind langchain4j-embeddings-
    private final String resource; // without ending
    private final Pooling pooling;
    private final String prefix;

    /**
     * Finds an encoder.
     *
     * @param name one of {@link #names}
     * @return the encoder; empty if there is none of that name
     */
    public static Optional<NamedEncoder> of(String name) {
        return Arrays.stream(values())
                .filter(encoder -> encoder.title.equals(name))
                .findFirst();
    }

    /**
     * All names.
     *
     * @return such as {@code bge-small}
     */
    public static List<String> names() {
        return Arrays.stream(values()).map(encoder -> encoder.title).toList();
    }

    /**
     * Its name.
     *
     * @return such as {@code bge-small}
     */
    public String title() {
        return title;
    }

    /**
     * The jar with its weights and tokenizer.
     *
     * @return Maven coordinates
     */
    public String coordinates() {
        return "dev.langchain4j:" + artifactId() + ":" + VERSION;
    }

    String artifactId() {
        return "langchain4j-embeddings-" + artifact;
    }

    String resource() {
        return resource;
    }

    Pooling pooling() {
        return pooling;
    }

    String prefix() {
        return prefix;
    }

    /**
     * Whether its jar is on the class path.
     *
     * @return false if {@link #encoder} would throw
     */
    public boolean isPresent() {
        return NamedEncoder.class.getResource("/" + resource + ".onnx") != null;
    }

    /**
     * The encoder, loaded on first use and kept until the process ends.
     *
     * @return the same object each time
     * @throws EncoderException if its jar is not on the class path
     */
    public OnnxEncoder encoder() {
        return OnnxEncoder.of(this);
    }
}
