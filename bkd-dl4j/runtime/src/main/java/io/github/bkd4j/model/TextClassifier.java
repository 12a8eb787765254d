package io.github.bkd4j.model;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.drift.AnsweredPrior;
import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.drift.PriorEstimate;
import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.explain.Explainer;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.scope.ScopeDetector;
import io.github.bkd4j.scope.ScopeScore;
import io.github.bkd4j.text.Tokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A classifier of texts, in plain Java: it needs no native library. Thread-safe. */
public final class TextClassifier extends Classifier<String> {

    private final TextModel model;
    private final Map<String, Group> groups; // by shots
    private final Safeguards safeguards;

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
        super(trainingCounts, provenance);
        int outputs = model.network().output().bias().length;
        if (outputs != trainingCounts.classes()) {
            throw new IllegalArgumentException(
                    "network must have one output per class, " + trainingCounts.classes() + ", but had " + outputs);
        }
        this.model = model;
        this.groups = Abstention.groups(trainingCounts);
        this.safeguards = safeguards;
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
        return new TextClassifier(rounded, trainingCounts(), provenance(), safeguards);
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

    /**
     * The same classifier with a confidence from which on it answers. It classifies as before; {@link #answers} tells.
     * A classifier with changed logits, {@link #withPrior} and {@link #calibrated}, has no such confidence.
     *
     * @param abstention chosen on predictions of this classifier, or of others that were trained as it was
     * @return a classifier of its own, which can be saved
     */
    public TextClassifier withAbstention(Abstention abstention) {
        return with(safeguards.with(abstention));
    }

    private TextClassifier with(Safeguards others) {
        return new TextClassifier(model, trainingCounts(), provenance(), others);
    }

    /**
     * From which confidence on the classifier answers.
     *
     * @return empty if it always does
     */
    public Optional<Abstention> abstention() {
        return safeguards.abstention();
    }

    /**
     * Whether a classification is an answer, or the classifier abstains.
     *
     * @param classification by this classifier
     * @return false if its confidence is below the threshold for the group of its class
     */
    public boolean answers(Classification classification) {
        return safeguards
                .abstention()
                .map(chosen -> chosen.answers(groups.get(classification.label()), classification.confidence()))
                .orElse(true);
    }

    /**
     * The same classifier with a profile of what it says of texts like those of its training, which {@link #drift}
     * compares its traffic with.
     *
     * @param validation texts that were no training texts, with their classes, and the logits of this classifier
     * @return a classifier of its own, which can be saved
     */
    public TextClassifier withProfile(HeldOut<String> validation) {
        double[] unknown = unknownShares(validation.corpus().instances());
        return with(safeguards.with(Profile.of(validation, unknown)));
    }

    /**
     * As {@link #withProfile}, from training texts.
     *
     * @param crossFitted training texts, and the logits of classifiers that were trained as this one was, on the others
     * @return a classifier of its own, which can be saved
     */
    public TextClassifier withProfileOfTraining(HeldOut<String> crossFitted) {
        double[] unknown = unknownSharesLeftOut(crossFitted.corpus().instances());
        return with(safeguards.with(Profile.of(crossFitted, unknown)));
    }

    private double[] unknownShares(List<String> texts) {
        return texts.stream().mapToDouble(model.encoder()::unknownShare).toArray();
    }

    private double[] unknownSharesLeftOut(List<String> texts) {
        return texts.stream().mapToDouble(model.encoder()::unknownShareLeftOut).toArray();
    }

    /**
     * What the classifier says of texts like those of its training.
     *
     * @return empty if it was not made
     */
    public Optional<Profile> profile() {
        return safeguards.profile();
    }

    /**
     * The same classifier with a detector of texts that belong to none of its classes; {@link #outOfScope(List)} scores
     * texts by it.
     *
     * @param validation texts that were no training texts, with their classes, and the logits of this classifier
     * @param outOfScope texts of no class that teach how the scores are weighted; none for equal weights
     * @return a classifier of its own, which can be saved
     */
    public TextClassifier withScope(HeldOut<String> validation, List<String> outOfScope) {
        return withScope(validation, unknownShares(validation.corpus().instances()), outOfScope);
    }

    /**
     * As {@link #withScope(HeldOut, List)}, from training texts.
     *
     * @param crossFitted training texts, and the logits of classifiers that were trained as this one was, on the others
     * @param outOfScope texts of no class that teach how the scores are weighted; none for equal weights
     * @return a classifier of its own, which can be saved
     */
    public TextClassifier withScopeOfTraining(HeldOut<String> crossFitted, List<String> outOfScope) {
        return withScope(crossFitted, unknownSharesLeftOut(crossFitted.corpus().instances()), outOfScope);
    }

    private TextClassifier withScope(HeldOut<String> inScope, double[] unknown, List<String> outOfScope) {
        return with(safeguards.with(
                outOfScope.isEmpty()
                        ? ScopeDetector.of(inScope.logits(), unknown)
                        : ScopeDetector.of(inScope.logits(), unknown, predict(outOfScope), unknownShares(outOfScope))));
    }

    /**
     * What tells texts that belong to none of the classes.
     *
     * @return empty if it was not learnt
     */
    public Optional<ScopeDetector> scope() {
        return safeguards.scope();
    }

    /**
     * How far texts are out of scope, by the detector.
     *
     * @param texts any
     * @return a score per text, {@code [texts]}; higher means less in scope
     * @throws IllegalStateException if the classifier has no detector
     */
    public double[] outOfScope(List<String> texts) {
        return safeguards
                .scope()
                .orElseThrow(() -> new IllegalStateException(
                        "a classifier must have a detector to tell texts out of scope but had none"))
                .scores(predict(texts), unknownShares(texts));
    }

    /**
     * How far texts are out of scope, by one score; it needs no detector.
     *
     * @param score which one
     * @param texts any
     * @return a score per text, {@code [texts]}; higher means less in scope
     */
    public double[] outOfScope(ScopeScore score, List<String> texts) {
        return score.of(predict(texts), unknownShares(texts));
    }

    /**
     * How far traffic is from texts like those of the training, and how common the classes are in it.
     *
     * @param traffic texts without a class, at least one
     * @return divergences from the profile, and an estimate of the prior for {@link #withPrior(PriorEstimate)}
     * @throws IllegalArgumentException if there is no text
     * @throws IllegalStateException if the classifier has no profile
     */
    public Drift drift(List<String> traffic) {
        Profile expected = safeguards
                .profile()
                .orElseThrow(() ->
                        new IllegalStateException("a classifier must have a profile to measure drift but had none"));
        if (traffic.isEmpty()) {
            throw new IllegalArgumentException("traffic must have at least one text but had none");
        }
        return expected.drift(predict(traffic), unknownShares(traffic));
    }

    /**
     * The same classifier for traffic in which the classes are as common as estimated: its logits are calibrated, and
     * the prior under which it answers is replaced.
     *
     * @param estimate by {@link #drift} of this classifier
     * @return a classifier of its own, which can be saved
     * @throws IllegalArgumentException if the estimate has other classes, or the output layer is a cosine one
     * @throws IllegalStateException if the classifier has no profile
     */
    public TextClassifier withPrior(PriorEstimate estimate) {
        AnsweredPrior answered = safeguards
                .profile()
                .orElseThrow(() -> new IllegalStateException(
                        "a classifier must have a profile to take an estimated prior but had none"))
                .answered();
        if (estimate.prior().size() != labels().size()) {
            throw new IllegalArgumentException("prior must have one share per class, " + labels().size() + ", but had "
                    + estimate.prior().size());
        }
        double[] shifts = IntStream.range(0, labels().size())
                .mapToDouble(
                        c -> Math.log(estimate.prior().get(c) / answered.prior().get(c)))
                .toArray();
        return (TextClassifier) changed(1 / answered.temperature(), shifts, "prior", estimate.toString());
    }

    Safeguards safeguards() {
        return safeguards;
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
