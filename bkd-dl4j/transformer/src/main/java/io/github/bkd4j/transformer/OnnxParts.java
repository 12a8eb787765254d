package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A model and its tokenizer, read from two files.
 *
 * @param name file name of the model
 * @param fingerprint SHA-256 of both files
 * @param model turns tokens into vectors
 * @param tokenizer turns texts into tokens
 * @param dimension length of a vector
 */
record OnnxParts(String name, String fingerprint, OnnxModel model, SentenceTokenizer tokenizer, int dimension) {

    static OnnxParts of(NamedEncoder encoder) {
        String name = encoder.resource();
        byte[] weights = resource(encoder, name + ".onnx");
        byte[] json = resource(encoder, name + "-tokenizer.json");
        return of(name, OnnxModel.of(name, weights), SentenceTokenizer.of(name, json), Sha256.framed(weights, json));
    }

    private static byte[] resource(NamedEncoder encoder, String file) {
        try (InputStream in = OnnxParts.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new EncoderException("encoder " + encoder.title() + " must have " + encoder.coordinates()
                        + " on the class path but lacked it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the encoder: " + e.getMessage(), e);
        }
    }

    static OnnxParts of(Path modelFile, Path tokenizerFile) {
        byte[] weights = read(modelFile, "encoder");
        byte[] json = read(tokenizerFile, "tokenizer");
        OnnxModel model = OnnxModel.of(modelFile.toString(), weights);
        SentenceTokenizer tokenizer = SentenceTokenizer.of(tokenizerFile.toString(), json);
        return of(modelFile.toFile().getName(), model, tokenizer, Sha256.framed(weights, json));
    }

    private static byte[] read(Path file, String what) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new EncoderException(file + ": no such " + what + " file", e);
        } catch (IOException e) {
            throw new EncoderException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The same with windows of so many tokens. */
    OnnxParts withMaxTokens(int tokens) {
        return new OnnxParts(name, fingerprint, model, tokenizer.limitedTo(tokens), dimension);
    }

    /** Runs the model once to find its dimension. */
    private static OnnxParts of(String name, OnnxModel model, SentenceTokenizer tokenizer, String fingerprint) {
        int dimension = model.run(tokenizer.windows("a").get(0), Pooling.MEAN).length;
        return new OnnxParts(name, fingerprint, model, tokenizer, dimension);
    }
}
