package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;

/**
 * What logits are divided by before the softmax of a distillation term; larger is softer (Hinton, Vinyals, Dean 2015).
 *
 * @param value finite and greater than 0
 */
public record Temperature(double value) {

    /**
     * Checks the range.
     *
     * @param value see {@link Temperature}
     * @throws IllegalArgumentException if not finite and greater than 0
     */
    public Temperature {
        Checks.finiteAndPositive("temperature", value);
    }

    /**
     * A temperature.
     *
     * @param value finite and greater than 0
     * @return the temperature
     */
    public static Temperature of(double value) {
        return new Temperature(value);
    }
}
