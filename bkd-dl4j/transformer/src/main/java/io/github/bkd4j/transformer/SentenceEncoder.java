package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Fingerprinted;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns texts into vectors, such that texts of similar meaning have close vectors. Thread-safe. The vector of a text
 * does not depend on the texts embedded with it.
 *
 * <pre>{@code
 * float[][] vectors = SentenceEncoder.miniLm().embed(List.of("my card is gone", "where is my parcel"));
 * }</pre>
 */
public interface SentenceEncoder extends Fingerprinted {

    /**
     * The encoder all-MiniLM-L6-v2, quantised to 8 bits, from Maven Central: English, dimension 384, texts of up to 128
     * tokens. Loaded on first use and kept until the process ends.
     *
     * @return the encoder
     */
    static OnnxEncoder miniLm() {
        return NamedEncoder.MINILM.encoder();
    }

    /**
     * Several encoders as one: their vectors side by side, each scaled to length {@code 1 / sqrt(encoders)}, so that
     * all weigh the same and the whole has length 1.
     *
     * @param encoders at least one
     * @return an encoder whose {@link #cachedIn} keeps the vectors of each encoder separately
     * @throws IllegalArgumentException if there is no encoder
     */
    static SentenceEncoder joined(List<? extends SentenceEncoder> encoders) {
        return new JoinedEncoder(List.copyOf(encoders));
    }

    /**
     * Words, pairs of words and runs of 3 to 5 characters, hashed to 1024 features: to be {@link #joined} with a
     * pretrained encoder, whose vectors do not tell similar words apart.
     *
     * @return the encoder {@code ngrams}, for any language
     */
    static SentenceEncoder ngrams() {
        return new NgramEncoder();
    }

    /**
     * Loads a sentence encoder in the ONNX format.
     *
     * @param model one file with all weights; its inputs are {@code input_ids} and {@code attention_mask}, with or
     *     without {@code token_type_ids}, and its output {@code sentence_embedding}, or else the first, is
     *     {@code [batch, tokens, dimension]} or {@code [batch, dimension]}
     * @param tokenizer the model's {@code tokenizer.json}
     * @return the encoder; its native memory is freed when it is garbage-collected
     * @throws EncoderException if a file is missing or of another format, or the two do not belong together
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
     * Identifies the encoder: encoders with different vectors have different fingerprints.
     *
     * @return its name, the contents of its files, and its settings
     */
    @Override
    Fingerprint fingerprint();

    /**
     * The length of a vector.
     *
     * @return at least 1
     */
    int dimension();

    /**
     * How much a feature counts beside others in a {@link io.github.bkd4j.teacher.LinearHead}, which gives all of them
     * the same deviation.
     *
     * @param feature from 0 to {@code dimension() - 1}
     * @return greater than 0; 1 by default
     */
    default double weight(int feature) {
        return 1;
    }

    /**
     * The whole words in the encoder's vocabulary.
     *
     * @return distinct, in lower case; empty by default
     */
    default List<String> lexicon() {
        return List.of();
    }

    /**
     * Embeds texts.
     *
     * @param texts to embed; may be empty
     * @return {@code [texts, dimension]}, copies, in the order of the texts
     * @throws EncoderException if the encoder refuses a text
     */
    float[][] embed(List<String> texts);

    /**
     * Keeps all vectors in memory, so that each distinct text is embedded once.
     *
     * @return an encoder with the same vectors
     */
    default SentenceEncoder remembering() {
        return EmbeddingCache.inMemory(this);
    }

    /**
     * Keeps all vectors in memory and in files, so that each distinct text is embedded once, across processes. Damaged
     * files and files of other encoders are ignored. Intended for whole corpora: each call with new texts writes a
     * file.
     *
     * @param folder holds the files; created if it does not exist; encoders and processes may share it
     * @return an encoder with the same vectors; its {@code embed} throws {@link java.io.UncheckedIOException} if a file
     *     cannot be written
     */
    default SentenceEncoder cachedIn(Path folder) {
        return EmbeddingCache.in(folder, this);
    }
}
