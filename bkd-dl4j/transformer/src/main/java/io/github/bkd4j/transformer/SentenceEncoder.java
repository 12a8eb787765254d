package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Fingerprinted;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts in, vectors out: vectors of texts that mean alike lie close together. Thread-safe. A text has the same vector
 * whatever else is embedded with it.
 *
 * <pre>{@code
 * float[][] vectors = SentenceEncoder.miniLm().embed(List.of("my card is gone", "where is my parcel"));
 * }</pre>
 */
public interface SentenceEncoder extends Fingerprinted {

    /**
     * The encoder all-MiniLM-L6-v2, quantised to 8 bits, from Maven Central: English, 384 numbers, texts of up to 128
     * tokens. Loaded once and kept as long as the process lives.
     *
     * @return the encoder
     */
    static OnnxEncoder miniLm() {
        return OnnxEncoder.miniLm();
    }

    /**
     * Loads any sentence encoder in the ONNX format.
     *
     * @param model one file with all weights; its inputs are {@code input_ids} and {@code attention_mask}, with or
     *     without {@code token_type_ids}, and its output {@code sentence_embedding}, or else the first, is
     *     {@code [batch, tokens, dimension]} or {@code [batch, dimension]}
     * @param tokenizer the {@code tokenizer.json} that belongs to it
     * @return the encoder; its native memory is freed when it is garbage
     * @throws EncoderException if a file is missing or is not what it should be, or they do not fit each other
     */
    static OnnxEncoder of(Path model, Path tokenizer) {
        return OnnxEncoder.of(OnnxParts.of(model, tokenizer));
    }

    /**
     * A short name for tables and provenance.
     *
     * @return such as {@code all-minilm-l6-v2-q}
     */
    String name();

    /**
     * Tells encoders apart that give different vectors.
     *
     * @return its name, the contents of its files, and its settings
     */
    @Override
    Fingerprint fingerprint();

    /**
     * Length of a vector.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * Whole words that the encoder knows.
     *
     * @return in lower case, each once; unless overridden none
     */
    default List<String> lexicon() {
        return List.of();
    }

    /**
     * Embeds texts.
     *
     * @param texts in any number
     * @return {@code [texts, dimension]}, the caller's own, in the order of the texts
     * @throws EncoderException if the encoder refuses a text
     */
    float[][] embed(List<String> texts);

    /**
     * Keeps every vector in memory, so that a text is embedded once.
     *
     * @return an encoder with the same vectors
     */
    default SentenceEncoder remembering() {
        return new EmbeddingCache(this, fresh -> {});
    }

    /**
     * Keeps every vector in memory and in files, so that a text is embedded once, in this process and the next ones. A
     * file that is damaged or of another encoder is not used. Meant for whole corpora: each call with new texts writes
     * a file.
     *
     * @param folder where the files are; made if it is missing; many encoders and processes may share it
     * @return an encoder with the same vectors; its {@code embed} throws {@link java.io.UncheckedIOException} if a file
     *     cannot be written
     */
    default SentenceEncoder cachedIn(Path folder) {
        return EmbeddingCache.in(folder, this);
    }
}
