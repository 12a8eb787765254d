package io.github.bkd4j.network;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Base of vertices whose parameters, if any, DL4J does not manage; it outputs no mask. */
@SuppressWarnings("overrides") // DL4J overrides a varargs method without varargs
abstract class VertexWithoutLayer extends BaseGraphVertex {

    VertexWithoutLayer(ComputationGraph graph, String name, int index, DataType dataType) {
        super(graph, name, index, null, null, dataType);
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
    public final Pair<@Nullable INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        return new Pair<>(null, state);
    }
}
