package io.github.bkd4j.model;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.TemperatureScaling;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.network.Inference;
import io.github.bkd4j.network.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A trained network with its encoder and its labels. Thread-safe; owns the native memory of its network, which is freed
 * when the classifier is garbage.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public class Classifier<X> implements Predictor<X> {

    private final Encoder<X> encoder;
    private final Network network;
    private final Inference inference;
    private final ClassCounts trainingCounts;
    private final Provenance provenance;

    /**
     * Joins what was trained together.
     *
     * @param encoder fitted on the training split
     * @param network trained on what the encoder yields
     * @param trainingCounts the classes, in the order of the network's outputs, with their training instances
     * @param provenance where it comes from
     * @throws IllegalArgumentException if the network has not one output a class
     */
    public Classifier(Encoder<X> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        if (network.classes() != trainingCounts.classes()) {
            throw new IllegalArgumentException("network must have one output a class, " + trainingCounts.classes()
                    + ", but had " + network.classes());
        }
        this.encoder = encoder;
        this.network = network;
        this.inference = network.inference();
        this.trainingCounts = trainingCounts;
        this.provenance = provenance;
    }

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
        Logits logits = logits(instances);
        return IntStream.range(0, logits.size())
                .mapToObj(row -> Classification.of(logits, row))
                .toList();
    }

    @Override
    public final Logits predict(Corpus<X> corpus) {
        return logits(corpus.instances());
    }

    private Logits logits(List<X> instances) {
        return new Logits(labels(), inference.logits(encoder.encode(instances)));
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
     * The size of the network.
     *
     * @return number of parameters, embedding tables included
     */
    public final long parameters() {
        return network.parameters();
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
     * @param file where to, by custom {@code NAME.bkd}; replaced if it exists
     * @throws ModelException if there is no archive for this kind of instance
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public final void save(Path file) {
        ModelArchive.write(this, Optional.empty(), file);
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
        ModelArchive.write(this, Optional.of(card), file);
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
        double[] shifts = labels().stream()
                .mapToDouble(label -> Math.log(instances(deployment, label) / (double) deployment.total()))
                .toArray();
        return changed(1, shifts, "prior", deployment.toString());
    }

    private static long instances(ClassCounts deployment, String label) {
        int c = deployment.labels().indexOf(label);
        if (c < 0 || deployment.count(c) == 0) {
            throw new IllegalArgumentException(
                    "class '" + label + "' must have at least one instance in deployment but had none");
        }
        return deployment.count(c);
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
        double temperature = TemperatureScaling.fit(predict(validation), validation);
        return changed(1 / temperature, new double[labels().size()], "temperature", String.valueOf(temperature));
    }

    private Classifier<X> changed(double factor, double[] shifts, String setting, String value) {
        SortedMap<String, String> entries = new TreeMap<>(provenance.entries());
        entries.put(setting, value);
        return new Classifier<>(encoder, network.withLogits(factor, shifts), trainingCounts, new Provenance(entries));
    }

    /**
     * The network, to be run on what another encoder yields.
     *
     * @param other the encoder
     * @return the live network, not a copy
     * @throws IllegalArgumentException if that encoder does not give it the numbers that it was trained on
     */
    public final Network networkFor(Encoder<X> other) {
        if (!encoder.encodesLike(other)) {
            throw new IllegalArgumentException(
                    "classifier must see what it was trained on, " + encoder + ", but would see " + other);
        }
        return network;
    }

    final Encoder<X> encoder() {
        return encoder;
    }

    final Network network() {
        return network;
    }
}
