package io.github.bkd4j.network;

/** The output layer of a network. */
public enum Head {

    /** Logits are an affine function of the features. */
    LINEAR,

    /** Logits are 30 times the cosine between features and class vector; see {@link CosineOutputLayer}. */
    COSINE
}
