package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.model.Classifier;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * Labels instances with logits for a student to imitate. A teacher sees the instances themselves, not the student's
 * inputs, and its labels must be those of the training split. It may be silent on instances of which it knows nothing.
 * What is known of one corpus alone, from a file or from cross-fitted folds, is {@link CorpusLogits}; a
 * {@link LogitsCache} spares asking twice.
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
     * The classifier behind the teacher: what can run beside a student on the same augmented batches.
     *
     * @return empty if the teacher is something else; unless overridden empty
     */
    default Optional<Classifier<X>> classifier() {
        return Optional.empty();
    }

    /**
     * Asks this teacher once about the same instances, and keeps what it says as long as the returned teacher lives:
     * for many students of one teacher. The same are the same objects in the same order, in whatever list; equal ones
     * are asked about anew. The objects must not change.
     *
     * @return a teacher of the same name and the same logits
     */
    default Teacher<X> remembering() {
        return new RememberingTeacher<>(this);
    }

    /**
     * A trained classifier, or anything else that scores instances, as teacher. It is asked anew for each student;
     * {@link #remembering} spares that.
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
     * A graph of one's own as teacher, trained and saved by whomever.
     *
     * <pre>{@code
     * Teacher.of("lstm", encoder, ComputationGraph.load(new File("lstm.zip"), false), tickets.labels())
     * }</pre>
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param encoder makes what the graph eats
     * @param graph with one output layer, {@code [batch, classes]}: of identity activation (logits), or of softmax
     *     (probabilities, of which those below 1e-12 are taken as that); the caller leaves it as it is from now on
     * @param labels the classes, in the order of the graph's outputs
     * @return a teacher
     * @throws IllegalArgumentException if the graph has not one output layer, or one of another activation
     */
    static <X> Teacher<X> of(String name, Encoder<X> encoder, ComputationGraph graph, List<String> labels) {
        return new NamedTeacher<>(name, new GraphLogits<>(encoder, graph, labels));
    }

    /**
     * Several teachers as one: the mean of their probabilities, as logits. Where some are silent the others speak.
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
     * Several teachers as one: the weighted mean of their probabilities, as logits.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param teachers at least one, all over the same labels in the same order
     * @param weights one a teacher, finite and greater than 0; only their ratios matter
     * @return a teacher; it throws {@link IllegalArgumentException} if the labels differ
     * @throws IllegalArgumentException if there is no teacher, or the weights are not one a teacher, or out of range
     */
    static <X> Teacher<X> ensemble(String name, List<? extends Teacher<X>> teachers, List<Double> weights) {
        return new NamedTeacher<>(name, new Ensemble<>(teachers, weights));
    }
}
