package io.github.bkd4j.input;

import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Fits an encoder for a training that has instances without a label too: on all of them, so that a word that only
     * these have is known.
     *
     * @param labelled the training instances with a label, at least one
     * @param unlabelled those without; may be empty
     * @return the fitted encoder
     */
    default Encoder<X> fit(List<X> labelled, List<X> unlabelled) {
        return fit(Stream.concat(labelled.stream(), unlabelled.stream()).toList());
    }
}
