package io.github.bkd4j.input;

import java.util.List;

/**
 * Turns instances into what a network eats. Fitted on training instances, then fixed; thread-safe.
 *
 * @param <X> what is encoded: a {@link String} for text
 */
public interface Encoder<X> {

    /**
     * Encodes instances.
     *
     * @param instances in any number
     * @return one row an instance, in the same order
     */
    Inputs encode(List<X> instances);

    /**
     * What the arrays look like.
     *
     * @return the shape of every encoded row
     */
    InputShape shape();

    /**
     * Whether another encoder gives a network the same numbers.
     *
     * @param other of the same kind of instance
     * @return true if both may feed one network; unless overridden, if they are equal
     */
    default boolean encodesLike(Encoder<X> other) {
        return equals(other);
    }
}
