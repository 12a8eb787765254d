package io.github.bkd4j.corpus;

import java.text.Normalizer;
import java.util.Objects;

/**
 * An instance with its class. The label is kept in Unicode's form NFC and without white space at its ends: labels that
 * look the same are the same class.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param instance what is classified
 * @param label name of its class, not blank, one line without tabs
 */
public record Labeled<X>(X instance, String label) {

    static final String ONE_LINE = "label must be one line without tabs";

    private static final String BREAKS = "\t\n\u000B\f\r\u0085\u2028\u2029";

    /**
     * Checks both parts.
     *
     * @param instance see {@link Labeled}
     * @param label see {@link Labeled}
     * @throws IllegalArgumentException if the label is blank, or has a tab or a line end in it
     */
    public Labeled {
        Objects.requireNonNull(instance, "instance");
        String name = nameOf(label);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("label must not be blank but was \"" + label + "\"");
        }
        if (!isOneLine(name)) {
            throw new IllegalArgumentException(ONE_LINE + " but was '" + shown(name) + "'");
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

    /** Whether a label can be one field of a line, as label files and the answers of the command have it. */
    static boolean isOneLine(String label) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if ((c < ' ' || c > '~') && BREAKS.indexOf(c) >= 0) { // most are letters
                return false;
            }
        }
        return true;
    }

    /** A label in one line. */
    static String shown(String label) {
        return label.replaceAll("[" + BREAKS + "]", " ");
    }
}
