package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;

/**
 * Logits of one fixed corpus: from a {@link LogitsFile}, from the held-out folds of {@link CrossFitted}, or predicted
 * once by a {@link Teacher} for many students. A {@link Teacher}, by contrast, can predict any instance.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public interface CorpusLogits<X> {

    /**
     * A short name for provenance.
     *
     * @return such as {@code logits:teacher.npy}
     */
    String name();

    /**
     * Returns the logits after checking that they belong to the corpus.
     *
     * @param corpus must have the same contents as the corpus that the logits were computed for
     * @return one row per instance, in the order of the corpus, over its labels
     * @throws LogitsException if they belong to another corpus
     */
    Logits about(Corpus<X> corpus);

    /**
     * Binds existing logits to a corpus.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param corpus the instances that the logits were computed for
     * @param logits one row per instance of the corpus
     * @return the logits, bound to the contents of the corpus
     * @throws IllegalArgumentException if there is not one row per instance, or an instance is of a type that
     *     {@link io.github.bkd4j.io.Fingerprint} does not accept
     */
    static <X> CorpusLogits<X> of(String name, Corpus<X> corpus, Logits logits) {
        return new GivenLogits<>(name, corpus.fingerprint(), corpus.size(), logits);
    }

    /**
     * Predicts a corpus with a teacher, once and at once.
     *
     * @param <X> what is classified
     * @param teacher predicts the logits
     * @param corpus the instances to predict
     * @return the teacher's logits, under its name
     * @throws IllegalArgumentException as {@link #of(String, Corpus, Logits)} does
     */
    static <X> CorpusLogits<X> of(Teacher<X> teacher, Corpus<X> corpus) {
        return of(teacher.name(), corpus, teacher.predict(corpus.instances()));
    }
}
