package io.github.bkd4j.evaluate;

import java.util.List;

/**
 * Anything that scores instances: a classifier, a teacher, an adjusted classifier.
 *
 * @param <X> what is classified: a {@link String} for text
 */
@FunctionalInterface
public interface Predictor<X> {

    /**
     * Scores every instance.
     *
     * @param instances what is classified, in any number
     * @return one row per instance, in the same order, over the predictor's own labels
     */
    Logits predict(List<X> instances);
}
