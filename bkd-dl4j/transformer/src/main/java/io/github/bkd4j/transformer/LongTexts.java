package io.github.bkd4j.transformer;

/** The treatment of texts with more tokens than an encoder accepts. */
public enum LongTexts {

    /** The text is truncated; the first time, a warning is logged. */
    CUT,

    /** The text is split into windows without overlap, and its vector is the mean of theirs, weighted by tokens. */
    WINDOWS
}
