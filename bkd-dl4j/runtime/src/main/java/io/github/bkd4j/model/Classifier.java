package io.github.bkd4j.model;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.TemperatureScaling;
import io.github.bkd4j.io.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was trained: it says which class an instance belongs to. Thread-safe. To send one to another machine, send its
 * archive: {@link TextClassifier#archive} and {@link TextClassifier#load(byte[])}.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public abstract class Classifier<X> implements Predictor<X> {

    private final ClassCounts trainingCounts;
    private final Provenance provenance;

    /**
     * Keeps what every classifier knows of its training.
     *
     * @param trainingCounts the classes, in the order of the logits, with their training instances
     * @param provenance where it comes from
     */
    protected Classifier(ClassCounts trainingCounts, Provenance provenance) {
        this.trainingCounts = trainingCounts;
        this.provenance = provenance;
    }

    /**
     * The logits of instances.
     *
     * @param instances what is classified
     * @return {@code [instances][classes]}, new
     */
    protected abstract float[][] logits(List<X> instances);

    /**
     * The same classifier with changed logits.
     *
     * @param factor what they are multiplied by
     * @param shifts what is added then, {@code [classes]}
     * @param changed its provenance
     * @return a classifier of its own
     * @throws IllegalArgumentException if the logits are no linear function of features
     */
    protected abstract Classifier<X> withLogits(double factor, double[] shifts, Provenance changed);

    /**
     * Writes the archive.
     *
     * @param file where to
     * @param card the model card, if there is one
     */
    protected abstract void save(Path file, Optional<String> card);

    /**
     * The size of the network.
     *
     * @return number of parameters, embedding tables included
     */
    public abstract long parameters();

    /**
     * Says which class an instance belongs to.
     *
     * @param instance what is classified
     * @return every class with its probability
     * @throws NullPointerException if the instance is null
     */
    public final Classification classify(X instance) {
        Objects.requireNonNull(instance, "instance must be given but was null");
        return classify(List.of(instance)).get(0);
    }

    /**
     * Says which class each instance belongs to; faster than one by one.
     *
     * @param instances what is classified
     * @return one classification per instance, in the same order
     * @throws NullPointerException if an instance is null
     */
    public final List<Classification> classify(List<X> instances) {
        for (int i = 0; i < instances.size(); i++) {
            int position = i;
            Objects.requireNonNull(
                    instances.get(i), () -> "instance " + (position + 1) + " must be given but was null");
        }
        Logits logits = predict(instances);
        return IntStream.range(0, logits.size())
                .mapToObj(row -> Classification.of(logits, row))
                .toList();
    }

    @Override
    public final Logits predict(List<X> instances) {
        return new Logits(labels(), logits(instances));
    }

    /**
     * The classes.
     *
     * @return names in their fixed order
     */
    public final List<String> labels() {
        return trainingCounts.labels();
    }

    /**
     * How common each class was in training.
     *
     * @return counts in the order of {@link #labels()}
     */
    public final ClassCounts trainingCounts() {
        return trainingCounts;
    }

    /**
     * Where the classifier comes from.
     *
     * @return settings, seed, fingerprint, version
     */
    public final Provenance provenance() {
        return provenance;
    }

    /**
     * Writes the classifier into one file, whole or not at all.
     *
     * @param file where to, by convention {@code NAME.bkd}; replaced if it exists
     * @throws ModelException if there is no archive for this kind of instance
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public final void save(Path file) {
        save(file, Optional.empty());
    }

    /**
     * Writes the classifier into one file together with its model card; {@link TextClassifier#card} reads the card.
     *
     * @param file as of {@link #save(Path)}
     * @param card what the classifier is for and what it is worth, as Markdown
     * @throws ModelException if there is no archive for this kind of instance
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public final void save(Path file, String card) {
        save(file, Optional.of(card));
    }

    /**
     * The same classifier for traffic in which the classes are as common as here: {@code log} of a class's share is
     * added to its logit. Right for a classifier that was trained to treat all classes alike, as balanced distillation
     * or the logit-adjusted loss do: on traffic that is long-tailed itself it names rare classes too often.
     *
     * @param deployment instances of each class in a sample of the traffic, at least one each; {@link #trainingCounts}
     *     if the training texts are one
     * @return a classifier of its own, which can be saved
     * @throws IllegalArgumentException if a class is missing or has no instance, or the output layer is a cosine one
     */
    public final Classifier<X> withPrior(ClassCounts deployment) {
        return changed(1, logShares(deployment), "prior", deployment.toString());
    }

    /**
     * The same classifier after post-hoc logit adjustment: {@code tau} times the {@code log} of a class's share of what
     * it was trained on is subtracted from its logit (Menon et al., Long-tail Learning via Logit Adjustment, ICLR 2021,
     * equation 9). Right for a classifier that has learnt a prior, as cross-entropy or plain distillation do.
     *
     * @param trained instances of each class that it was trained on, at least one each; usually {@link #trainingCounts}
     * @param tau strength, finite and &gt;= 0: 0 changes nothing, 1 optimises balanced accuracy
     * @return a classifier of its own, which can be saved
     * @throws IllegalArgumentException if tau is out of range, a class is missing or has no instance, or the output
     *     layer is a cosine one
     */
    public final Classifier<X> adjusted(ClassCounts trained, double tau) {
        Checks.finiteAtLeastZero("tau", tau);
        double[] shifts =
                DoubleStream.of(logShares(trained)).map(share -> -tau * share).toArray();
        return changed(1, shifts, "logit adjustment", String.valueOf(tau));
    }

    /** Logarithms of the shares of the classes, {@code [classes]}. */
    private double[] logShares(ClassCounts counts) {
        return labels().stream()
                .mapToDouble(label -> Math.log(instances(counts, label) / (double) counts.total()))
                .toArray();
    }

    private static long instances(ClassCounts counts, String label) {
        int c = counts.labels().indexOf(label);
        if (c < 0 || counts.count(c) == 0) {
            throw new IllegalArgumentException(
                    "the counts must have at least one instance of each class but had none of '" + label + "'");
        }
        return counts.count(c);
    }

    /**
     * The same classifier with probabilities that mean what they say: logits are divided by the temperature that
     * {@link TemperatureScaling} finds. The classes stay as they are.
     *
     * @param validation instances that it has not learnt from, at least one
     * @return a classifier of its own, which can be saved
     * @throws IllegalArgumentException if there is no instance, one has a label that the classifier does not know, or
     *     the output layer is a cosine one
     */
    public final Classifier<X> calibrated(Corpus<X> validation) {
        double temperature = TemperatureScaling.fit(predict(validation.instances()), validation);
        return changed(1 / temperature, new double[labels().size()], "temperature", String.valueOf(temperature));
    }

    final Classifier<X> changed(double factor, double[] shifts, String setting, String value) {
        SortedMap<String, String> entries = new TreeMap<>(provenance.entries());
        entries.put(setting, value);
        return withLogits(factor, shifts, new Provenance(entries));
    }
}
