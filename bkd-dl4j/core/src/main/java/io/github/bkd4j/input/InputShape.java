package io.github.bkd4j.input;

/** What the arrays of an encoder look like; an architecture says which it can take. */
public sealed interface InputShape {

    /**
     * A bag of weighted tokens: two arrays, token ids and weights, each {@code [batch, tokens]}, padded with weight 0.
     *
     * @param vocabulary number of token ids, at least 1
     */
    record WeightedTokens(int vocabulary) implements InputShape {}

    /**
     * Tokens in order: two arrays, token ids and weights, each {@code [batch, tokens]}; weight 1, and 0 for padding.
     *
     * @param vocabulary number of token ids, at least 1
     */
    record TokenSequence(int vocabulary) implements InputShape {}

    /**
     * Plain numbers: one array {@code [batch, size]}.
     *
     * @param size numbers a row, at least 1
     */
    record Vector(int size) implements InputShape {}

    /**
     * Images: one array {@code [batch, channels, height, width]}.
     *
     * @param channels planes of an image, at least 1
     * @param height rows of an image, at least 1
     * @param width columns of an image, at least 1
     */
    record Images(int channels, int height, int width) implements InputShape {}
}
