package io.github.bkd4j.network;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.Sparsity;
import io.github.bkd4j.kernel.WideBagKernel;
import java.util.stream.IntStream;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A bag of embeddings beside a sparse linear model: {@link WideBagKernel} as a graph vertex. */
@EqualsAndHashCode(callSuper = true)
public final class WideBagVertex extends TextVertex {

    private static final long serialVersionUID = 1L;

    /** Units of the hidden layer, 0 for none. */
    private final int hidden;

    /** The stored entries of the wide table. */
    private final Sparsity wide;

    /**
     * Creates a vertex; its parameters are drawn when the graph is initialised.
     *
     * @param dimension length of an embedding, at least 1
     * @param hidden units of the hidden layer, at least 0; 0 for none
     * @param deviation standard deviation of new embeddings
     * @param seed of new parameters
     * @param classes number of classes, at least 1
     * @param places classes that each token votes for, {@code [vocabulary][classes of the token]}
     * @throws IllegalArgumentException if a number is outside its range
     */
    @JsonCreator
    public WideBagVertex(
            @JsonProperty("dimension") int dimension,
            @JsonProperty("hidden") int hidden,
            @JsonProperty("deviation") double deviation,
            @JsonProperty("seed") long seed,
            @JsonProperty("classes") int classes,
            @JsonProperty("places") int[][] places) {
        this(dimension, hidden, deviation, seed, new Sparsity(classes, places));
    }

    WideBagVertex(int dimension, int hidden, double deviation, long seed, Sparsity wide) {
        super(wide.rows(), dimension, deviation, seed);
        this.hidden = Checks.atLeast("hidden", 0, hidden);
        this.wide = wide;
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

    /**
     * Number of classes.
     *
     * @return at least 1
     */
    @JsonProperty("classes")
    public int classes() {
        return wide.columns();
    }

    /**
     * The classes that each token votes for.
     *
     * @return {@code [vocabulary][classes of the token]}, ascending, shared
     */
    @JsonProperty("places")
    public int[][] places() {
        return IntStream.range(0, wide.rows()).mapToObj(wide::columnsOf).toArray(int[][]::new);
    }

    @Override
    public WideBagKernel kernel() {
        return new WideBagKernel(new BagKernel(vocabulary(), dimension(), hidden, deviation()), wide);
    }

    @Override
    WideBagVertex blank() {
        return new WideBagVertex(dimension(), hidden, deviation(), seed(), wide);
    }
}
