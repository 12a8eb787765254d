package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;

/**
 * Anything that scores instances: a classifier, a teacher, an adjusted classifier.
 *
 * @param <X> what is classified: a {@link String} for text
 */
@FunctionalInterface
public interface Predictor<X> {

    /**
     * Scores every instance; the labels of the corpus are ignored.
     *
     * @param corpus the instances
     * @return one row per instance, in the order of the corpus, over the predictor's own labels
     */
    Logits predict(Corpus<X> corpus);
}
