package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Classifier;
import java.util.List;

/**
 * Labels instances with logits for a student to imitate. A teacher sees the instances themselves, not the student's
 * inputs, and its labels must be those of the training split. It may be silent on instances of which it knows nothing.
 * One that lies in a file is a {@link LogitsFile}.
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
     * A trained classifier as teacher. Its logits for a corpus are computed once and kept, for the same corpus object.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param classifier trained on the labels of the students' training split
     * @return a teacher
     */
    static <X> Teacher<X> of(String name, Classifier<X> classifier) {
        return new RememberingTeacher<>(name, classifier);
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
        return new RememberingTeacher<>(name, Ensemble.of(teachers));
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
        return new RememberingTeacher<>(name, new Ensemble<>(teachers, weights));
    }
}
