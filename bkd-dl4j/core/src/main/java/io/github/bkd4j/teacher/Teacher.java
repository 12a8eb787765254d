package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.model.Classifier;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Predicts the logits that a student imitates. A teacher reads the instances themselves, not the student's encoded
 * inputs, and its labels must be those of the training split. It may be silent on instances for which it has no
 * prediction. Logits of one fixed corpus, from a file or from cross-fitted folds, are {@link CorpusLogits}; a
 * {@link LogitsCache} stores logits across runs.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public interface Teacher<X> extends Predictor<X> {

    /**
     * A short name for provenance.
     *
     * @return such as {@code text-cnn}
     */
    String name();

    /**
     * The classifier behind the teacher. A student with augmentation needs it, to run it on the same augmented batches.
     *
     * @return empty if the teacher is not a classifier; empty by default
     */
    default Optional<Classifier<X>> classifier() {
        return Optional.empty();
    }

    /**
     * A teacher that predicts the same instances only once and keeps the logits in memory as long as it lives, for many
     * students of one teacher. Instances are the same if they are the same objects in the same order, in any list;
     * equal but distinct objects are predicted again. The objects must not change.
     *
     * @return a teacher of the same name and the same logits
     */
    default Teacher<X> remembering() {
        return new RememberingTeacher<>(this);
    }

    /**
     * Uses a trained classifier, or any other predictor, as teacher. It predicts the training split again for each
     * student; {@link #remembering} avoids that.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param predictor trained on the labels of the students' training split
     * @return a teacher
     */
    static <X> Teacher<X> of(String name, Predictor<X> predictor) {
        return new NamedTeacher<>(name, predictor);
    }

    /**
     * Uses an existing ComputationGraph as teacher, however it was trained.
     *
     * <pre>{@code
     * Teacher.of("lstm", encoder, ComputationGraph.load(new File("lstm.zip"), false), tickets.labels())
     * }</pre>
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param encoder builds the inputs of the graph
     * @param graph with one output layer, {@code [batch, classes]}: with identity activation (logits) or softmax
     *     (probabilities, which are raised to at least 1e-12); must not be changed afterwards
     * @param labels the classes, in the order of the graph's outputs
     * @return a teacher
     * @throws IllegalArgumentException if the graph does not have exactly one output layer, or that has another
     *     activation
     */
    static <X> Teacher<X> of(String name, Encoder<X> encoder, ComputationGraph graph, List<String> labels) {
        return new NamedTeacher<>(name, new GraphLogits<>(encoder, graph, labels));
    }

    /**
     * Combines teachers into one: the logits are the logarithm of the mean of their probabilities. A silent teacher is
     * left out of the mean.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param teachers at least one, all over the same labels in the same order
     * @return a teacher; it throws {@link IllegalArgumentException} if the labels differ
     * @throws IllegalArgumentException if there is no teacher
     */
    static <X> Teacher<X> ensemble(String name, List<? extends Teacher<X>> teachers) {
        return new NamedTeacher<>(name, Ensemble.of(teachers));
    }

    /**
     * Combines teachers into one: the logits are the logarithm of the weighted mean of their probabilities. A silent
     * teacher is left out of the mean.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param teachers at least one, all over the same labels in the same order
     * @param weights one per teacher, finite and greater than 0; only their ratios matter
     * @return a teacher; it throws {@link IllegalArgumentException} if the labels differ
     * @throws IllegalArgumentException if there is no teacher, or the weights are not one per teacher, or a weight is
     *     out of range
     */
    static <X> Teacher<X> ensemble(String name, List<? extends Teacher<X>> teachers, List<Double> weights) {
        return new NamedTeacher<>(name, new Ensemble<>(teachers, weights));
    }
}
