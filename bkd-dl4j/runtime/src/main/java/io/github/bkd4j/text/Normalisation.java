package io.github.bkd4j.text;

import java.text.Normalizer;
import java.util.Locale;

/** Which Unicode normal form a text is brought into before it is cut into words. */
public enum Normalisation {
    /** Texts stay as they are: what models of archive version 1 were trained under. */
    NONE,

    /** Canonical composition: a letter and its accent are one character wherever Unicode has one for them. */
    NFC;

    /**
     * Brings a text into the form.
     *
     * @param text any
     * @return the text in the form
     */
    public String of(String text) {
        return this == NFC ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    }

    /** As an archive has it: {@code none}, {@code nfc}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
