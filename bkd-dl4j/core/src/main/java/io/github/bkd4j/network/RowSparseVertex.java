package io.github.bkd4j.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A vertex in a running graph that reads an {@link EmbeddingTable}. The backward pass collects the gradient of the rows
 * of the batch and changes nothing, so that a gradient check works; {@link #step} trains the table.
 */
@SuppressWarnings("overrides") // DL4J overrides a varargs method without varargs
abstract class RowSparseVertex extends BaseGraphVertex {

    private final EmbeddingVertex configuration;
    private final SparseGradient gradient;

    RowSparseVertex(EmbeddingVertex configuration, ComputationGraph graph, String name, int index, DataType dataType) {
        super(graph, name, index, null, null, dataType);
        this.configuration = configuration;
        this.gradient = new SparseGradient(configuration.rows(), configuration.dimension());
    }

    final EmbeddingTable table() {
        return configuration.table();
    }

    /** The gradient of the mean loss that the last backward pass collected. */
    final SparseGradient gradient() {
        return gradient;
    }

    /** Trains the table on the gradient of the last backward pass, which is used up. */
    final void step(Adam adam, double learningRate) {
        table().step(gradient, adam, learningRate);
        gradient.clear();
    }

    /** Reads the table. */
    abstract INDArray forward();

    /**
     * Collects the gradient of the rows that were read from the derivative of the mean loss, scaled by {@code scale}.
     */
    abstract void backward(float[] epsilon, float scale, SparseGradient into);

    @Override
    public final INDArray doForward(boolean training, LayerWorkspaceMgr workspaceMgr) {
        return workspaceMgr.leverageTo(ArrayType.ACTIVATIONS, forward().castTo(dataType));
    }

    @Override
    public final Pair<Gradient, @Nullable INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaceMgr) {
        gradient.clear();
        // DL4J sums over the batch on the way back and divides in its updater, which never sees this table
        backward(floats(getEpsilon()), 1f / getEpsilon().size(0), gradient);
        return new Pair<>(null, new @Nullable INDArray[getNumInputArrays()]);
    }

    /** The elements in row order. */
    static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    static INDArray array(float[] values, long... shape) {
        return Nd4j.create(values, shape, 'c');
    }

    /** {@code to += factor * from}: kept apart and small, so that the compiler vectorises it. */
    static void add(float factor, float[] from, float[] to) {
        for (int d = 0; d < to.length; d++) {
            to[d] += factor * from[d];
        }
    }

    @Override
    public final boolean hasLayer() {
        return false;
    }

    @Override
    public final @Nullable Layer getLayer() {
        return null;
    }

    @Override
    public final void setBackpropGradientsViewArray(@Nullable INDArray view) {
        // no parameters among DL4J's
    }

    @Override
    public abstract Pair<@Nullable INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch);

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "(" + getVertexName() + ", " + configuration.rows() + " x "
                + configuration.dimension() + ")";
    }
}
