package io.github.bkd4j.corpus;

import java.text.Normalizer;
import java.util.Objects;

/**
 * An instance with its class. The label is kept in Unicode's form NFC and without white space at its ends: labels that
 * look the same are the same class.
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
        String name = nameOf(label);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("label must not be blank but was \"" + label + "\"");
        }
        label = name;
    }

    /**
     * The name of a class as every corpus keeps it.
     *
     * @param label as somebody wrote it
     * @return the label in Unicode's form NFC, without white space at its ends
     */
    public static String nameOf(String label) {
        return WhiteSpace.strip(Normalizer.normalize(label, Normalizer.Form.NFC));
    }
}
