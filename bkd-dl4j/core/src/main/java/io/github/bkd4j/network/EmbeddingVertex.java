package io.github.bkd4j.network;

import lombok.EqualsAndHashCode;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;
import org.nd4j.shade.jackson.annotation.JsonIgnore;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a graph vertex that owns an {@link EmbeddingTable}. The table lives outside DL4J's flattened
 * parameters: its gradient is sparse, {@link RowSparseAdam} trains it, and DL4J's parameter counts, regularisation and
 * clipping do not see it. {@code ComputationGraph.clone()} copies it, Adam's moments included. DL4J's JSON and
 * {@code ModelSerializer} leave it out: a graph that comes from there refuses to run until {@link #restore} is called.
 */
@EqualsAndHashCode(callSuper = false)
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public abstract class EmbeddingVertex extends GraphVertex {

    private static final long serialVersionUID = 1L;

    /** Number of embeddings. */
    private final int rows;

    /** Length of an embedding. */
    private final int dimension;

    /** Standard deviation of a new table's numbers. */
    private final double deviation;

    /** Seed of a new table's numbers. */
    private final long seed;

    @EqualsAndHashCode.Exclude
    private transient @Nullable EmbeddingTable table;

    EmbeddingVertex(int rows, int dimension, double deviation, long seed) {
        this.rows = positive("rows", rows);
        this.dimension = positive("dimension", dimension);
        this.deviation = deviation;
        this.seed = seed;
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1 but was " + value);
        }
        return value;
    }

    /**
     * Number of embeddings.
     *
     * @return at least 1
     */
    @JsonProperty("rows")
    public int rows() {
        return rows;
    }

    /**
     * Length of an embedding.
     *
     * @return at least 1
     */
    @JsonProperty("dimension")
    public int dimension() {
        return dimension;
    }

    /**
     * How a new table is drawn.
     *
     * @return standard deviation of its numbers
     */
    @JsonProperty("deviation")
    public double deviation() {
        return deviation;
    }

    /**
     * How a new table is drawn.
     *
     * @return seed of its numbers
     */
    @JsonProperty("seed")
    public long seed() {
        return seed;
    }

    /**
     * The table.
     *
     * @return the live table, not a copy
     * @throws IllegalStateException if the graph came from JSON and its table was not restored
     */
    @JsonIgnore
    public EmbeddingTable table() {
        if (table == null) {
            throw new IllegalStateException("embedding table [" + rows + ", " + dimension
                    + "] must be restored after reading a network from JSON but was not");
        }
        return table;
    }

    /**
     * Gives the vertex its table.
     *
     * @param value {@code [rows, dimension]}; owned by this vertex from now on
     * @throws IllegalArgumentException if it has another shape
     */
    public void restore(EmbeddingTable value) {
        if (value.size() != rows || value.dimension() != dimension) {
            throw new IllegalArgumentException("embedding table must be [" + rows + ", " + dimension + "] but was ["
                    + value.size() + ", " + value.dimension() + "]");
        }
        table = value;
    }

    /** Draws the table, unless there is one already. */
    final void initialise() {
        if (table == null) {
            table = EmbeddingTable.normal(rows, dimension, deviation, seed);
        }
    }

    final <V extends EmbeddingVertex> V copyTableTo(V copy) {
        if (table != null) {
            copy.restore(table.copy());
        }
        return copy;
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputTypes) {
        return new LayerMemoryReport.Builder(null, getClass(), inputTypes[0], getOutputType(-1, inputTypes))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }
}
