package io.github.bkd4j.transformer;

/** How the vectors of a text's tokens become one vector. */
public enum Pooling {

    /** Their mean, the special tokens included. */
    MEAN,

    /** The vector of the first token, {@code [CLS]}. */
    FIRST
}
