package io.github.bkd4j.input;

import java.util.List;

/**
 * Turns instances into network inputs. Fitted on the training instances and immutable from then on; thread-safe.
 *
 * @param <X> what is encoded: a {@link String} for text
 */
public interface Encoder<X> {

    /**
     * Encodes instances.
     *
     * @param instances to encode; may be empty
     * @return one row per instance, in the same order
     */
    Inputs encode(List<X> instances);

    /**
     * The shape of the encoded arrays.
     *
     * @return the shape of every encoded row
     */
    InputShape shape();

    /**
     * Whether another encoder produces the same network inputs, so that both can serve one network.
     *
     * @param other an encoder of the same type of instance
     * @return true if the inputs are the same; the default compares with {@code equals}
     */
    default boolean encodesLike(Encoder<X> other) {
        return equals(other);
    }
}
