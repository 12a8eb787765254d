package io.github.bkd4j.text;

/** How much each token of a text counts, and whether order matters. */
public enum Weighting {

    /** Sublinear term frequency times inverse document frequency, each text's weights of Euclidean norm 1. */
    TF_IDF,

    /** Every token of a text alike, the weights of a text summing to 1. */
    MEAN,

    /** No weights: the tokens in their order. */
    SEQUENCE
}
