package io.github.bkd4j.transfer;

import java.io.Serializable;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes a new text of a training text. Deterministic: the same words and random numbers give the same text.
 * Serializable, to be sent to other machines.
 */
@FunctionalInterface
public interface TransferGenerator extends Serializable {

    /**
     * Makes a text. It may be empty or no new one: such texts are dropped.
     *
     * @param words of the training text, at least one
     * @param partner words of another training text of the same class or of a near one, at least one
     * @param random where choices come from
     * @return the words of the new text
     */
    List<String> generate(List<String> words, List<String> partner, RandomGenerator random);

    /**
     * Changes what this generator makes by another one.
     *
     * @param next gets the text that this one made as its training text
     * @return both in turn
     */
    default TransferGenerator andThen(TransferGenerator next) {
        return (words, partner, random) -> {
            List<String> made = generate(words, partner, random);
            return made.isEmpty() ? made : next.generate(made, partner, random);
        };
    }
}
