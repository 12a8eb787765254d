package io.github.bkd4j.kernel;

import java.util.List;

/**
 * A network from tokens to features. Its parameters are passed in: the table of embeddings first, then the others.
 * Immutable and thread-safe.
 */
public sealed interface TextKernel permits BagKernel, WideBagKernel, ConvolutionKernel, LstmKernel {

    /**
     * Number of features of a text.
     *
     * @return at least 1
     */
    int features();

    /**
     * The shapes of the parameters.
     *
     * @return shape of each table, the embeddings first
     */
    List<TableShape> shapes();

    /**
     * Draws the parameters.
     *
     * @param seed of the numbers
     * @return the table of embeddings, whose row 0, the unknown token, is zero; then the others, in the order of
     *     {@link #shapes}
     */
    List<ParameterTable> draw(long seed);

    /**
     * The forward pass.
     *
     * @param parameters in the order of {@link #draw}; not changed
     * @param tokens the batch
     * @return features, and the state for the backward pass
     */
    Pass forward(List<ParameterTable> parameters, Tokens tokens);

    /** A forward pass with the state for its backward pass. */
    interface Pass {

        /**
         * The features.
         *
         * @return {@code [texts][features]}
         */
        float[][] features();

        /**
         * The backward pass.
         *
         * @param epsilon derivative of the loss with respect to the features, {@code [texts][features]}; may be written
         *     to
         * @return gradient of each table, in the order of the parameters
         */
        List<RowGradient> backward(float[][] epsilon);
    }
}
