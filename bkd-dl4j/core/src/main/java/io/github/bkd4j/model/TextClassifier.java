package io.github.bkd4j.model;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.Tokenizer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A classifier of texts, as it comes out of an archive. Thread-safe.
 *
 * <pre>{@code
 * TextClassifier.load(Path.of("tickets.bkd")).classify("my parcel never came").label()
 * }</pre>
 */
public final class TextClassifier extends Classifier<String> {

    /**
     * Joins what was trained together.
     *
     * @param encoder fitted on the training split
     * @param network trained on what the encoder yields
     * @param trainingCounts the classes, in the order of the network's outputs, with their training instances
     * @param provenance where it comes from
     * @throws IllegalArgumentException if the network has not one output a class
     */
    public TextClassifier(TextEncoder encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        super(encoder, network, trainingCounts, provenance);
    }

    /**
     * Reads an archive that {@link Classifier#save} wrote.
     *
     * @param file the archive
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException if the file is not there, not a model, cut off, altered, of a newer version, or was made
     *     with a tokenizer of its own
     */
    public static TextClassifier load(Path file) {
        return load(file, Tokenizer.standard());
    }

    /**
     * Reads an archive whose texts were cut by a tokenizer of its own.
     *
     * @param file the archive
     * @param tokenizer the tokenizer of the saved classifier, known by its name
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException if the file is not there, not a model, cut off, altered, of a newer version, or was made
     *     with a tokenizer of another name
     */
    public static TextClassifier load(Path file, Tokenizer tokenizer) {
        return ModelArchive.read(file, tokenizer);
    }

    /**
     * Reads the model card of an archive, and nothing else of it.
     *
     * @param file the archive
     * @return Markdown; empty if the archive was saved without a card
     * @throws ModelException if the file is not there, not a model, cut off, altered, or of a newer version
     */
    public static Optional<String> card(Path file) {
        return ModelArchive.card(file);
    }

    /**
     * Whether a text has anything that this classifier learnt. Of a text without it the classes are a guess, which
     * leans on how common each class is.
     *
     * @param text any; an empty one has nothing
     * @return true if at least one of its tokens is in the vocabulary
     */
    public boolean hasKnownToken(String text) {
        return ((TextEncoder) encoder()).hasKnownToken(text);
    }
}
