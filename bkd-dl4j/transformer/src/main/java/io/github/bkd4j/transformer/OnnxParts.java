package io.github.bkd4j.transformer;

import io.github.bkd4j.io.Sha256;
import java.io.FileNotFoundException;
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

    private static final String MINI_LM = "all-minilm-l6-v2-q";

    static OnnxParts miniLm() {
        byte[] weights = resource(MINI_LM + ".onnx");
        byte[] json = resource(MINI_LM + "-tokenizer.json");
        return of(
                MINI_LM,
                OnnxModel.of(MINI_LM, weights),
                SentenceTokenizer.of(MINI_LM, json),
                Sha256.framed(weights, json));
    }

    private static byte[] resource(String file) {
        try (InputStream in = OnnxParts.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new FileNotFoundException(file + " is not on the class path");
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

    /** Runs the model once to find its dimension. */
    private static OnnxParts of(String name, OnnxModel model, SentenceTokenizer tokenizer, String fingerprint) {
        int dimension = model.run(tokenizer.windows("a").get(0)).length;
        return new OnnxParts(name, fingerprint, model, tokenizer, dimension);
    }
}
