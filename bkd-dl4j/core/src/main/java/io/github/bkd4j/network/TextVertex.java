package io.github.bkd4j.network;

import io.github.bkd4j.backend.AnnotatedJson;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.TableShape;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.kernel.Tokens;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration of a graph vertex that runs a {@link TextKernel}: from token ids and weights, each {@code [batch,
 * tokens]}, to features {@code [batch, features]}. A token of weight 0 is padding. The vertex owns the kernel's
 * parameters, which are not among DL4J's flattened ones, because the gradient of embeddings is sparse.
 * {@link RowSparseAdam} trains them; DL4J's parameter counts, regularisation and clipping ignore them.
 * {@code ComputationGraph.clone()} copies them, including Adam's moments. DL4J's JSON and {@code ModelSerializer} omit
 * them: a graph read from there refuses to run until {@link #restore} is called.
 */
@EqualsAndHashCode(callSuper = false)
@AnnotatedJson
public abstract class TextVertex extends VertexWithoutParameters {

    private static final long serialVersionUID = 1L;

    /** Number of embeddings. */
    private final int vocabulary;

    /** Length of an embedding. */
    private final int dimension;

    /** Standard deviation of new embeddings. */
    private final double deviation;

    /** Seed of new parameters. */
    private final long seed;

    @EqualsAndHashCode.Exclude
    private transient @Nullable List<ParameterTable> parameters;

    /** The input of the next forward pass. DL4J's own input array carries only the batch size. */
    @EqualsAndHashCode.Exclude
    private transient @Nullable Tokens batch;

    TextVertex(int vocabulary, int dimension, double deviation, long seed) {
        this.vocabulary = Wiring.positive("vocabulary", vocabulary);
        this.dimension = Wiring.positive("dimension", dimension);
        this.deviation = deviation;
        this.seed = seed;
    }

    /**
     * Number of embeddings.
     *
     * @return at least 1
     */
    @JsonProperty("vocabulary")
    public final int vocabulary() {
        return vocabulary;
    }

    /**
     * Length of an embedding.
     *
     * @return at least 1
     */
    @JsonProperty("dimension")
    public final int dimension() {
        return dimension;
    }

    /**
     * The standard deviation of new embeddings.
     *
     * @return at least 0
     */
    @JsonProperty("deviation")
    public final double deviation() {
        return deviation;
    }

    /**
     * The seed of new parameters.
     *
     * @return any number
     */
    @JsonProperty("seed")
    public final long seed() {
        return seed;
    }

    /**
     * The computation of the vertex.
     *
     * @return the kernel
     */
    public abstract TextKernel kernel();

    /** A vertex with the same settings, without parameters. */
    abstract TextVertex blank();

    /**
     * The parameters: the table of embeddings, {@code [vocabulary, dimension]}, then the kernel's others.
     *
     * @return the live tables, not copies
     * @throws IllegalStateException if the graph came from JSON and its parameters were not restored
     */
    public final List<ParameterTable> parameters() {
        if (parameters == null) {
            throw new IllegalStateException(
                    "parameters of " + this + " must be restored after reading a network from JSON but were not");
        }
        return parameters;
    }

    /**
     * Sets the parameters.
     *
     * @param tables in the order of {@link #parameters}; owned by this vertex from now on
     * @throws IllegalArgumentException if their shapes differ from those of the kernel
     */
    public final void restore(List<ParameterTable> tables) {
        List<TableShape> shapes = tables.stream().map(ParameterTable::shape).toList();
        if (!shapes.equals(kernel().shapes())) {
            throw new IllegalArgumentException(
                    "parameters of " + this + " must be " + kernel().shapes() + " but were " + shapes);
        }
        parameters = List.copyOf(tables);
    }

    /** Sets the tokens of the next forward pass. */
    final void feed(Tokens tokens) {
        batch = tokens;
    }

    final Tokens batch() {
        if (batch == null) {
            throw new IllegalStateException("a network of tokens must be run by Network, which gives it the tokens of a"
                    + " batch, but was run by itself");
        }
        return batch;
    }

    /**
     * Number of parameters.
     *
     * @return including embeddings
     */
    public final long parameterCount() {
        return kernel().shapes().stream().mapToLong(TableShape::size).sum();
    }

    @Override
    public final GraphVertex clone() {
        TextVertex copy = blank();
        if (parameters != null) {
            copy.parameters = parameters.stream().map(ParameterTable::copy).toList();
        }
        return copy;
    }

    @Override
    public final org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray dl4jParameters,
            boolean initializeParams,
            DataType dataType) {
        if (initializeParams && parameters == null) {
            parameters = kernel().draw(seed);
        }
        return new RunningTextVertex(this, graph, name, index, dataType);
    }

    @Override
    public final InputType getOutputType(int layerIndex, InputType... inputs) {
        return InputType.feedForward(kernel().features());
    }

    @Override
    public final String toString() {
        return kernel().toString();
    }
}
