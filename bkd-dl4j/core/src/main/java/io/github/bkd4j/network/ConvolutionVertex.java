package io.github.bkd4j.network;

import io.github.bkd4j.kernel.ConvolutionKernel;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Convolutions over embeddings with max pooling over the text: {@link ConvolutionKernel} as a graph vertex. */
@EqualsAndHashCode(callSuper = true)
public final class ConvolutionVertex extends TextVertex {

    private static final long serialVersionUID = 1L;

    /** Width of each group of filters, in tokens. */
    @SuppressWarnings("serial") // an immutable list of numbers
    private final List<Integer> widths;

    /** Number of filters per width. */
    private final int filters;

    /**
     * Creates a vertex; its parameters are drawn when the graph is initialised.
     *
     * @param vocabulary number of embeddings, at least 1
     * @param dimension length of an embedding, at least 1
     * @param widths of the filters, in tokens, each 1 to 1024; at least one
     * @param filters number of filters per width, at least 1
     * @param deviation standard deviation of new embeddings
     * @param seed of new parameters
     * @throws IllegalArgumentException if a number is outside its range
     */
    @JsonCreator
    public ConvolutionVertex(
            @JsonProperty("vocabulary") int vocabulary,
            @JsonProperty("dimension") int dimension,
            @JsonProperty("widths") List<Integer> widths,
            @JsonProperty("filters") int filters,
            @JsonProperty("deviation") double deviation,
            @JsonProperty("seed") long seed) {
        super(vocabulary, dimension, deviation, seed);
        this.widths = List.copyOf(widths);
        this.filters = Wiring.positive("filters", filters);
        Wiring.widths(widths);
    }

    /**
     * The widths of the filters, in tokens.
     *
     * @return each 1 to 1024
     */
    @JsonProperty("widths")
    public List<Integer> widths() {
        return widths;
    }

    /**
     * The number of filters per width.
     *
     * @return at least 1
     */
    @JsonProperty("filters")
    public int filters() {
        return filters;
    }

    @Override
    public ConvolutionKernel kernel() {
        return new ConvolutionKernel(vocabulary(), dimension(), widths, filters, deviation());
    }

    @Override
    ConvolutionVertex blank() {
        return new ConvolutionVertex(vocabulary(), dimension(), widths, filters, deviation(), seed());
    }
}
