package io.github.bkd4j.network;

import lombok.EqualsAndHashCode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The weighted sum of a text's embeddings: from token ids and weights, each {@code [batch, tokens]}, to {@code [batch,
 * dimension]}. A token of weight 0 is padding.
 */
@EqualsAndHashCode(callSuper = true)
public final class EmbeddingBagVertex extends EmbeddingVertex {

    private static final long serialVersionUID = 1L;

    /**
     * A bag over a table that is drawn when the graph is initialised.
     *
     * @param rows number of embeddings, at least 1
     * @param dimension length of an embedding, at least 1
     * @param deviation standard deviation of the initial numbers
     * @param seed of the initial numbers
     * @throws IllegalArgumentException if rows or dimension is less than 1
     */
    @JsonCreator
    public EmbeddingBagVertex(
            @JsonProperty("rows") int rows,
            @JsonProperty("dimension") int dimension,
            @JsonProperty("deviation") double deviation,
            @JsonProperty("seed") long seed) {
        super(rows, dimension, deviation, seed);
    }

    @Override
    public EmbeddingBagVertex clone() {
        return copyTableTo(new EmbeddingBagVertex(rows(), dimension(), deviation(), seed()));
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray parameters,
            boolean initializeParams,
            DataType dataType) {
        if (initializeParams) {
            initialise();
        }
        return new EmbeddingBag(this, graph, name, index, dataType);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        return InputType.feedForward(dimension());
    }
}
