package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;

/**
 * Logits about one corpus and no other: a {@link LogitsFile}, the held-out folds of {@link CrossFitted}, or what a
 * {@link Teacher} was asked once so that many students can learn from it. Anything that can be asked about any instance
 * is a teacher.
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
     * The logits, if the corpus is the one that they are about.
     *
     * @param corpus whose content must be that of the corpus that the logits are about
     * @return one row per instance, in the order of the corpus, over its labels
     * @throws LogitsException if the corpus is another one
     */
    Logits about(Corpus<X> corpus);

    /**
     * Logits that are there already.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param corpus what they are about
     * @param logits one row per instance of the corpus
     * @return the logits, bound to the content of the corpus
     * @throws IllegalArgumentException if there is not one row per instance, or an instance is neither text nor of
     *     settings as {@link io.github.bkd4j.io.Fingerprint} lists them
     */
    static <X> CorpusLogits<X> of(String name, Corpus<X> corpus, Logits logits) {
        return new GivenLogits<>(name, corpus.fingerprint(), corpus.size(), logits);
    }

    /**
     * Asks a teacher once, now.
     *
     * @param <X> what is classified
     * @param teacher who is asked
     * @param corpus about whose instances
     * @return its logits, under its name
     * @throws IllegalArgumentException as {@link #of(String, Corpus, Logits)} does
     */
    static <X> CorpusLogits<X> of(Teacher<X> teacher, Corpus<X> corpus) {
        return of(teacher.name(), corpus, teacher.predict(corpus.instances()));
    }
}
