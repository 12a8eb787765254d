package io.github.bkd4j.input;

/** The shape of an encoder's arrays. Each architecture accepts some of these shapes and refuses the others. */
public sealed interface InputShape {

    /**
     * A bag of weighted tokens: two arrays, token ids and weights, each {@code [batch, tokens]}, padded with weight 0.
     *
     * @param vocabulary number of token ids, at least 1
     */
    record WeightedTokens(int vocabulary) implements InputShape {}

    /**
     * A sequence of tokens: two arrays, token ids and weights, each {@code [batch, tokens]}; tokens have weight 1,
     * padding 0.
     *
     * @param vocabulary number of token ids, at least 1
     */
    record TokenSequence(int vocabulary) implements InputShape {}

    /**
     * Vectors of numbers: one array {@code [batch, size]}.
     *
     * @param size numbers per row, at least 1
     */
    record Vector(int size) implements InputShape {}

    /**
     * Images: one array {@code [batch, channels, height, width]}.
     *
     * @param channels planes per image, at least 1
     * @param height rows per image, at least 1
     * @param width columns per image, at least 1
     */
    record Images(int channels, int height, int width) implements InputShape {}
}
