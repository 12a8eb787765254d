package io.github.bkd4j.transformer;

/** What becomes of a text with more tokens than an encoder takes. */
public enum LongTexts {

    /** The text is cut; that is said once in the log. */
    CUT,

    /** The text is cut into windows that do not overlap, and its vector is the mean over the tokens of all of them. */
    WINDOWS
}
