package io.github.bkd4j.model;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.explain.Explainer;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A classifier of texts, in plain Java: it needs no native library. Thread-safe. */
public final class TextClassifier extends SafeguardedClassifier {

    private final TextModel model;

    /**
     * Joins what was trained together.
     *
     * @param model trained on the training split
     * @param trainingCounts the classes, in the order of the network's outputs, with their training instances
     * @param provenance where it comes from
     * @throws IllegalArgumentException if the network has not one output per class
     */
    public TextClassifier(TextModel model, ClassCounts trainingCounts, Provenance provenance) {
        this(model, trainingCounts, provenance, Safeguards.NONE);
    }

    TextClassifier(TextModel model, ClassCounts trainingCounts, Provenance provenance, Safeguards safeguards) {
        super(model.encoder(), trainingCounts, provenance, safeguards);
        int outputs = model.network().output().bias().length;
        if (outputs != trainingCounts.classes()) {
            throw new IllegalArgumentException(
                    "network must have one output per class, " + trainingCounts.classes() + ", but had " + outputs);
        }
        this.model = model;
    }

    /**
     * Reads an archive that {@link Classifier#save(Path)} wrote, of a classifier with the standard tokenizer.
     *
     * @param file the archive
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException if the file is not there, not a model of texts, cut off, altered, of a newer version, or
     *     of another tokenizer
     */
    public static TextClassifier load(Path file) {
        return load(file, Tokenizer.standard());
    }

    /**
     * As {@link #load(Path)}, with the tokenizer that it was trained with.
     *
     * @param file the archive
     * @param tokenizer of the name that the archive has
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException as {@link #load(Path)}
     */
    public static TextClassifier load(Path file, Tokenizer tokenizer) {
        return ModelArchive.read(() -> ModelArchive.FORMAT.read(file), file.toString(), tokenizer);
    }

    /**
     * As {@link #load(Path)}, from memory: what a message or a broadcast variable carries.
     *
     * @param archive the bytes of the file, or of {@link #archive}
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException as {@link #load(Path)}
     */
    public static TextClassifier load(byte[] archive) {
        return load(archive, Tokenizer.standard());
    }

    /**
     * As {@link #load(byte[])}, with the tokenizer that it was trained with.
     *
     * @param archive the bytes of the file, or of {@link #archive}
     * @param tokenizer of the name that the archive has
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException as {@link #load(Path)}
     */
    public static TextClassifier load(byte[] archive, Tokenizer tokenizer) {
        String name = archive.length + " bytes";
        return ModelArchive.read(() -> ModelArchive.FORMAT.read(archive, name), name, tokenizer);
    }

    /**
     * As {@link #load(Path)}, from a stream: a resource of the class path, an object of a cloud store.
     *
     * @param archive read to its end, and left open
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws IOException if the stream cannot be read
     * @throws ModelException as {@link #load(Path)}
     */
    public static TextClassifier load(InputStream archive) throws IOException {
        return load(archive.readAllBytes());
    }

    /**
     * The model card of an archive.
     *
     * @param file the archive
     * @return Markdown; empty if it was saved without one
     * @throws ModelException if the file is not there, not a model, cut off, altered, or of a newer version
     */
    public static Optional<String> card(Path file) {
        return ModelArchive.card(file);
    }

    /**
     * The archive in memory, for {@link #load(byte[])} on another machine.
     *
     * @return the bytes that {@link #save(Path)} would write
     */
    public byte[] archive() {
        return ModelArchive.FORMAT.bytes(ModelArchive.blocks(this, Optional.empty()));
    }

    /**
     * The same classifier with its tables in 8 bits and a scale per row: its archive is about a quarter as large. It
     * answers with the rounded numbers itself, so what is measured is what is saved.
     *
     * @return a classifier of its own
     */
    public TextClassifier compact() {
        TextModel rounded = new TextModel(model.encoder(), model.network().inEightBits());
        return new TextClassifier(rounded, trainingCounts(), provenance(), safeguards());
    }

    /**
     * What answers.
     *
     * @return encoder and network
     */
    public TextModel model() {
        return model;
    }

    /**
     * Whether a text has anything that the classifier knows. Its answer for a text without it is a guess.
     *
     * @param text any; an empty one has nothing
     * @return true if at least one of its tokens is known
     */
    public boolean hasKnownToken(String text) {
        return model.encoder().hasKnownToken(text);
    }

    /**
     * Explains the answer for a text: how much each token moves the most probable class against the second one.
     *
     * <pre>{@code
     * Explanation explanation = classifier.explain("my parcel never came");
     * explanation.top(3).forEach(token -> System.out.println(token.token() + " " + token.value()));
     * }</pre>
     *
     * @param text any
     * @return the difference of the two classes' logits, split among the tokens; exactly in a bag of embeddings
     * @throws IllegalArgumentException if the classifier has one class only
     */
    public Explanation explain(String text) {
        return explainer().explain(text);
    }

    /**
     * Explains a class, against that of the others which is the most probable for the text.
     *
     * @param text any
     * @param label one of {@link #labels()}
     * @return as of {@link #explain(String)}
     * @throws IllegalArgumentException if there is no such class, or it is the only one
     */
    public Explanation explain(String text, String label) {
        return explainer().explain(text, label);
    }

    /**
     * Explains a class against another.
     *
     * @param text any
     * @param label one of {@link #labels()}
     * @param other another one
     * @return as of {@link #explain(String)}
     * @throws IllegalArgumentException if there is no such class, or both are the same
     */
    public Explanation explain(String text, String label, String other) {
        return explainer().explain(text, label, other);
    }

    @Override
    TextClassifier with(Safeguards others) {
        return new TextClassifier(model, trainingCounts(), provenance(), others);
    }

    private Explainer explainer() {
        return new Explainer(model.encoder(), model.network(), labels());
    }

    @Override
    public long parameters() {
        return model.network().parameters();
    }

    @Override
    protected float[][] logits(List<String> texts) {
        return model.logits(texts);
    }

    @Override
    protected TextClassifier withLogits(double factor, double[] shifts, Provenance changed) {
        TextModel other = new TextModel(model.encoder(), model.network().withLogits(factor, shifts));
        return new TextClassifier(other, trainingCounts(), changed);
    }

    @Override
    protected void save(Path file, Optional<String> card) {
        ModelArchive.FORMAT.write(file, ModelArchive.blocks(this, card));
    }
}
