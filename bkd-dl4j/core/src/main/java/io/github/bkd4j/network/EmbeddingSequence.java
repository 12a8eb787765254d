package io.github.bkd4j.network;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The embeddings of a text's tokens in their order, in a running graph. */
@SuppressWarnings("overrides") // DL4J overrides a varargs method without varargs
final class EmbeddingSequence extends RowSparseVertex {

    private float @Nullable [] mask; // [batch * tokens]

    EmbeddingSequence(
            EmbeddingVertex configuration, ComputationGraph graph, String name, int index, DataType dataType) {
        super(configuration, graph, name, index, dataType);
    }

    @Override
    INDArray forward() {
        float[] ids = floats(getInputs()[0]); // [batch * tokens]
        int batch = (int) getInputs()[0].size(0);
        int tokens = ids.length / batch;
        int dimension = table().dimension();
        float[] out = new float[batch * dimension * tokens]; // [batch, dimension, tokens]
        for (int t = 0; t < ids.length; t++) {
            if (counts(t)) {
                float[] row = table().row((int) ids[t]);
                int at = t / tokens * dimension * tokens + t % tokens;
                for (int d = 0; d < dimension; d++) {
                    out[at + d * tokens] = row[d];
                }
            }
        }
        return array(out, batch, dimension, tokens);
    }

    @Override
    void backward(float[] epsilon, float scale, SparseGradient into) {
        float[] ids = floats(getInputs()[0]);
        int dimension = table().dimension();
        int tokens = (int) getInputs()[0].size(1);
        for (int t = 0; t < ids.length; t++) {
            if (counts(t)) {
                float[] row = into.of((int) ids[t]);
                int at = t / tokens * dimension * tokens + t % tokens;
                for (int d = 0; d < dimension; d++) {
                    row[d] += scale * epsilon[at + d * tokens];
                }
            }
        }
    }

    @Override
    public void clear() {
        super.clear();
        mask = null;
    }

    private boolean counts(int token) {
        return mask == null || mask[token] != 0;
    }

    @Override
    public Pair<@Nullable INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        INDArray given = masks == null ? null : masks[0];
        mask = given == null ? null : floats(given);
        return new Pair<>(given, state);
    }
}
