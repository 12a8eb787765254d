package io.github.bkd4j.input;

import java.util.List;

/**
 * The settings of an {@link Encoder}: everything except what is learnt from the training instances.
 *
 * @param <X> what is encoded: a {@link String} for text
 */
@FunctionalInterface
public interface Encoding<X> {

    /**
     * Fits an encoder on the training instances, for example its vocabulary.
     *
     * @param training the training instances, at least one
     * @return the fitted encoder
     */
    Encoder<X> fit(List<X> training);
}
