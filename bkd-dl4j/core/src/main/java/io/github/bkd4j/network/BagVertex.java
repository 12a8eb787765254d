package io.github.bkd4j.network;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.BagKernel;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A bag of embeddings: {@link BagKernel} as a graph vertex. */
@EqualsAndHashCode(callSuper = true)
public final class BagVertex extends TextVertex {

    private static final long serialVersionUID = 1L;

    /** Units of the hidden layer, 0 for none. */
    private final int hidden;

    /**
     * Creates a vertex; its parameters are drawn when the graph is initialised.
     *
     * @param vocabulary number of embeddings, at least 1
     * @param dimension length of an embedding, at least 1
     * @param hidden units of the hidden layer, at least 0; 0 for none
     * @param deviation standard deviation of new embeddings
     * @param seed of new parameters
     * @throws IllegalArgumentException if a number is outside its range
     */
    @JsonCreator
    public BagVertex(
            @JsonProperty("vocabulary") int vocabulary,
            @JsonProperty("dimension") int dimension,
            @JsonProperty("hidden") int hidden,
            @JsonProperty("deviation") double deviation,
            @JsonProperty("seed") long seed) {
        super(vocabulary, dimension, deviation, seed);
        this.hidden = Checks.atLeast("hidden", 0, hidden);
    }

    /**
     * Units of the hidden layer.
     *
     * @return at least 0; 0 for none
     */
    @JsonProperty("hidden")
    public int hidden() {
        return hidden;
    }

    @Override
    public BagKernel kernel() {
        return new BagKernel(vocabulary(), dimension(), hidden, deviation());
    }

    @Override
    BagVertex blank() {
        return new BagVertex(vocabulary(), dimension(), hidden, deviation(), seed());
    }
}
