package io.github.bkd4j.network;

import io.github.bkd4j.kernel.LstmKernel;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A bidirectional LSTM with max pooling over the text: {@link LstmKernel} as a graph vertex. */
@EqualsAndHashCode(callSuper = true)
public final class LstmVertex extends TextVertex {

    private static final long serialVersionUID = 1L;

    /** Units per direction. */
    private final int units;

    /**
     * Creates a vertex; its parameters are drawn when the graph is initialised.
     *
     * @param vocabulary number of embeddings, at least 1
     * @param dimension length of an embedding, at least 1
     * @param units per direction, at least 1
     * @param deviation standard deviation of new embeddings
     * @param seed of new parameters
     * @throws IllegalArgumentException if a number is outside its range
     */
    @JsonCreator
    public LstmVertex(
            @JsonProperty("vocabulary") int vocabulary,
            @JsonProperty("dimension") int dimension,
            @JsonProperty("units") int units,
            @JsonProperty("deviation") double deviation,
            @JsonProperty("seed") long seed) {
        super(vocabulary, dimension, deviation, seed);
        this.units = Wiring.positive("units", units);
    }

    /**
     * Units per direction.
     *
     * @return at least 1
     */
    @JsonProperty("units")
    public int units() {
        return units;
    }

    @Override
    public LstmKernel kernel() {
        return new LstmKernel(vocabulary(), dimension(), units, deviation());
    }

    @Override
    LstmVertex blank() {
        return new LstmVertex(vocabulary(), dimension(), units, deviation(), seed());
    }
}
