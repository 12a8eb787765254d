package io.github.bkd4j.corpus;

import java.util.Objects;

/**
 * An instance with its class.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param instance what is classified
 * @param label name of its class, not blank
 */
public record Labeled<X>(X instance, String label) {

    /**
     * Checks both parts.
     *
     * @param instance see {@link Labeled}
     * @param label see {@link Labeled}
     * @throws IllegalArgumentException if the label is blank
     */
    public Labeled {
        Objects.requireNonNull(instance, "instance");
        if (label.isBlank()) {
            throw new IllegalArgumentException("label must not be blank but was \"" + label + "\"");
        }
    }
}
