package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Classifier;

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
}
