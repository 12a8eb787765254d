package io.github.bkd4j.model;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.explain.Explainer;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A classifier of texts that gives each a set of labels, which may be empty, in plain Java: it needs no native library.
 * A label's probability is the sigmoid of its logit; a text has the labels whose probability reaches their threshold.
 * Thread-safe. What has exactly one class per text is a {@link TextClassifier}.
 *
 * <pre>{@code
 * MultiLabelClassifier classifier = MultiLabelClassifier.load(Path.of("topics.bkd"));
 * List<String> labels = classifier.classify("Wheat and corn exports rose").labels();
 * }</pre>
 */
public final class MultiLabelClassifier implements Predictor<String> {

    private final TextModel model;
    private final ClassCounts trainingCounts;
    private final Thresholds thresholds;
    private final Provenance provenance;

    /**
     * Joins what was trained together.
     *
     * @param model trained on the training split
     * @param trainingCounts the labels, in the order of the network's outputs, with their training texts
     * @param thresholds from which probability on a text has a label, in the same order
     * @param provenance where it comes from
     * @throws IllegalArgumentException if the network has not one output per label, or the thresholds are of others
     */
    public MultiLabelClassifier(
            TextModel model, ClassCounts trainingCounts, Thresholds thresholds, Provenance provenance) {
        int outputs = model.network().output().bias().length;
        if (outputs != trainingCounts.classes()) {
            throw new IllegalArgumentException(
                    "network must have one output per label, " + trainingCounts.classes() + ", but had " + outputs);
        }
        if (!thresholds.labels().equals(trainingCounts.labels())) {
            throw new IllegalArgumentException("thresholds must be of the labels " + trainingCounts.labels()
                    + " but were of " + thresholds.labels());
        }
        this.model = model;
        this.trainingCounts = trainingCounts;
        this.thresholds = thresholds;
        this.provenance = provenance;
    }

    /**
     * Reads an archive that {@link #save(Path)} wrote, of a classifier with the standard tokenizer.
     *
     * @param file the archive
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException if the file is not there, not a model of texts with several labels, cut off, altered, of a
     *     newer version, or of another tokenizer
     */
    public static MultiLabelClassifier load(Path file) {
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
    public static MultiLabelClassifier load(Path file, Tokenizer tokenizer) {
        return ModelArchive.readLabelSets(() -> ModelArchive.FORMAT.read(file), file.toString(), tokenizer);
    }

    /**
     * As {@link #load(Path)}, from memory.
     *
     * @param archive the bytes of the file, or of {@link #archive}
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws ModelException as {@link #load(Path)}
     */
    public static MultiLabelClassifier load(byte[] archive) {
        String name = archive.length + " bytes";
        return ModelArchive.readLabelSets(() -> ModelArchive.FORMAT.read(archive, name), name, Tokenizer.standard());
    }

    /**
     * As {@link #load(Path)}, from a stream: a resource of the class path, an object of a cloud store.
     *
     * @param archive read to its end, and left open
     * @return a classifier that answers as the saved one did, to the last bit
     * @throws IOException if the stream cannot be read
     * @throws ModelException as {@link #load(Path)}
     */
    public static MultiLabelClassifier load(InputStream archive) throws IOException {
        return load(archive.readAllBytes());
    }

    /**
     * Tells which of the two kinds of classifiers an archive has.
     *
     * @param file an archive of texts
     * @return true for one that {@link #load(Path)} reads, false for a {@link TextClassifier}
     * @throws ModelException if the file is not there, not a model, cut off, altered, or of a newer version
     */
    public static boolean isIn(Path file) {
        return ModelArchive.hasLabelSets(file);
    }

    /**
     * Writes the classifier into one file, whole or not at all.
     *
     * @param file where to, by convention {@code NAME.bkd}; replaced if it exists
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public void save(Path file) {
        ModelArchive.FORMAT.write(file, ModelArchive.blocks(this, Optional.empty()));
    }

    /**
     * Writes the classifier into one file together with its model card; {@link TextClassifier#card} reads the card.
     *
     * @param file as of {@link #save(Path)}
     * @param card what the classifier is for and what it is worth, as Markdown
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public void save(Path file, String card) {
        ModelArchive.FORMAT.write(file, ModelArchive.blocks(this, Optional.of(card)));
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
     * Says which labels a text has.
     *
     * @param text what is classified
     * @return every label with its probability
     * @throws NullPointerException if the text is null
     */
    public MultiLabelClassification classify(String text) {
        return classify(List.of(text)).get(0);
    }

    /**
     * Says which labels each text has; faster than one by one.
     *
     * @param texts what is classified, none null
     * @return one classification per text, in the same order
     * @throws NullPointerException if a text is null
     */
    public List<MultiLabelClassification> classify(List<String> texts) {
        texts.forEach(text -> Objects.requireNonNull(text, "each text must be given but one was null"));
        Logits logits = predict(texts);
        return IntStream.range(0, logits.size())
                .mapToObj(row -> MultiLabelClassification.of(logits, thresholds, row))
                .toList();
    }

    @Override
    public Logits predict(List<String> texts) {
        return new Logits(labels(), model.logits(texts));
    }

    /**
     * Explains the logit of one label by itself: how much each token moves it.
     *
     * @param text any
     * @param label one of {@link #labels()}
     * @return the logit, split among the tokens; exactly in a bag of embeddings; its other class is empty
     * @throws IllegalArgumentException if there is no such label
     */
    public Explanation explain(String text, String label) {
        return Explainer.explainAlone(model.encoder(), model.network(), labels(), text, label);
    }

    /**
     * The same classifier with other thresholds.
     *
     * @param others one per label
     * @return a classifier of its own, which can be saved
     * @throws IllegalArgumentException if they are of other labels
     */
    public MultiLabelClassifier withThresholds(Thresholds others) {
        return new MultiLabelClassifier(model, trainingCounts, others, provenance);
    }

    /**
     * The same classifier with its tables in 8 bits and a scale per row: its archive is about a quarter as large. It
     * answers with the rounded numbers itself, so what is measured is what is saved.
     *
     * @return a classifier of its own
     */
    public MultiLabelClassifier compact() {
        TextModel rounded = new TextModel(model.encoder(), model.network().inEightBits());
        return new MultiLabelClassifier(rounded, trainingCounts, thresholds, provenance);
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
     * What answers.
     *
     * @return encoder and network
     */
    public TextModel model() {
        return model;
    }

    /**
     * The labels.
     *
     * @return names in their fixed order
     */
    public List<String> labels() {
        return trainingCounts.labels();
    }

    /**
     * How common each label was in training.
     *
     * @return texts of each label, in the order of {@link #labels()}
     */
    public ClassCounts trainingCounts() {
        return trainingCounts;
    }

    /**
     * From which probability on a text has a label.
     *
     * @return one threshold per label
     */
    public Thresholds thresholds() {
        return thresholds;
    }

    /**
     * Where the classifier comes from.
     *
     * @return settings, seed, fingerprint, version
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * The size of the network.
     *
     * @return number of parameters, embedding tables included
     */
    public long parameters() {
        return model.network().parameters();
    }
}
