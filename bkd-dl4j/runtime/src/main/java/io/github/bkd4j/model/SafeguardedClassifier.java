package io.github.bkd4j.model;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.drift.AnsweredPrior;
import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.drift.PriorEstimate;
import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.scope.ScopeDetector;
import io.github.bkd4j.scope.ScopeScore;
import io.github.bkd4j.text.TextEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a classifier of texts knows of its own limits: when it abstains, which texts belong to none of its classes, and
 * how far traffic is from its training. The public methods are those of {@link TextClassifier}.
 */
abstract class SafeguardedClassifier extends Classifier<String> {

    private final TextEncoder encoder;
    private final Map<String, Group> groups; // by shots
    private final Safeguards safeguards;

    SafeguardedClassifier(
            TextEncoder encoder, ClassCounts trainingCounts, Provenance provenance, Safeguards safeguards) {
        super(trainingCounts, provenance);
        this.encoder = encoder;
        this.groups = Abstention.groups(trainingCounts);
        this.safeguards = safeguards;
    }

    /** The same classifier with other safeguards. */
    abstract TextClassifier with(Safeguards others);

    /**
     * The same classifier with a confidence from which on it answers. It classifies as before; {@link #answers} tells.
     * A classifier with changed logits, {@link #withPrior} and {@link #calibrated}, has no such confidence.
     *
     * @param abstention chosen on predictions of this classifier, or of others that were trained as it was
     * @return a classifier of its own, which can be saved
     */
    public final TextClassifier withAbstention(Abstention abstention) {
        return with(safeguards.with(abstention));
    }

    /**
     * From which confidence on the classifier answers.
     *
     * @return empty if it always does
     */
    public final Optional<Abstention> abstention() {
        return safeguards.abstention();
    }

    /**
     * Whether a classification is an answer, or the classifier abstains.
     *
     * @param classification by this classifier
     * @return false if its confidence is below the threshold for the group of its class
     */
    public final boolean answers(Classification classification) {
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
    public final TextClassifier withProfile(HeldOut<String> validation) {
        double[] unknown = unknownShares(validation.corpus().instances());
        return with(safeguards.with(Profile.of(validation, unknown)));
    }

    /**
     * As {@link #withProfile}, from training texts.
     *
     * @param crossFitted training texts, and the logits of classifiers that were trained as this one was, on the others
     * @return a classifier of its own, which can be saved
     */
    public final TextClassifier withProfileOfTraining(HeldOut<String> crossFitted) {
        double[] unknown = unknownSharesLeftOut(crossFitted.corpus().instances());
        return with(safeguards.with(Profile.of(crossFitted, unknown)));
    }

    private double[] unknownShares(List<String> texts) {
        return texts.stream().mapToDouble(encoder::unknownShare).toArray();
    }

    private double[] unknownSharesLeftOut(List<String> texts) {
        return texts.stream().mapToDouble(encoder::unknownShareLeftOut).toArray();
    }

    /**
     * What the classifier says of texts like those of its training.
     *
     * @return empty if it was not made
     */
    public final Optional<Profile> profile() {
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
    public final TextClassifier withScope(HeldOut<String> validation, List<String> outOfScope) {
        return withScope(validation, unknownShares(validation.corpus().instances()), outOfScope);
    }

    /**
     * As {@link #withScope(HeldOut, List)}, from training texts.
     *
     * @param crossFitted training texts, and the logits of classifiers that were trained as this one was, on the others
     * @param outOfScope texts of no class that teach how the scores are weighted; none for equal weights
     * @return a classifier of its own, which can be saved
     */
    public final TextClassifier withScopeOfTraining(HeldOut<String> crossFitted, List<String> outOfScope) {
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
    public final Optional<ScopeDetector> scope() {
        return safeguards.scope();
    }

    /**
     * How far texts are out of scope, by the detector.
     *
     * @param texts any
     * @return a score per text, {@code [texts]}; higher means less in scope
     * @throws IllegalStateException if the classifier has no detector
     */
    public final double[] outOfScope(List<String> texts) {
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
    public final double[] outOfScope(ScopeScore score, List<String> texts) {
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
    public final Drift drift(List<String> traffic) {
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
    public final TextClassifier withPrior(PriorEstimate estimate) {
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

    final Safeguards safeguards() {
        return safeguards;
    }
}
