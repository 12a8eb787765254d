package io.github.bkd4j.input;

import java.util.List;

/**
 * The recipe of an {@link Encoder}: everything but what is learnt from training instances.
 *
 * @param <X> what is encoded: a {@link String} for text
 */
@FunctionalInterface
public interface Encoding<X> {

    /**
     * Learns from the training split, and from nothing else.
     *
     * @param training the training instances, at least one
     * @return an encoder
     */
    Encoder<X> fit(List<X> training);
}
