package io.github.bkd4j.network;

import java.util.Arrays;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The weighted sum of a text's embeddings, in a running graph. */
@SuppressWarnings("overrides") // DL4J overrides a varargs method without varargs
final class EmbeddingBag extends RowSparseVertex {

    EmbeddingBag(EmbeddingVertex configuration, ComputationGraph graph, String name, int index, DataType dataType) {
        super(configuration, graph, name, index, dataType);
    }

    @Override
    INDArray forward() {
        float[] ids = floats(getInputs()[0]); // [batch * tokens]
        float[] weights = floats(getInputs()[1]); // [batch * tokens]
        int batch = (int) getInputs()[0].size(0);
        int tokens = ids.length / batch;
        int dimension = table().dimension();
        float[] sums = new float[batch * dimension];
        float[] sum = new float[dimension];
        for (int i = 0; i < batch; i++) {
            Arrays.fill(sum, 0);
            for (int t = i * tokens; t < (i + 1) * tokens; t++) {
                if (weights[t] != 0) {
                    add(weights[t], table().row((int) ids[t]), sum);
                }
            }
            System.arraycopy(sum, 0, sums, i * dimension, dimension);
        }
        return array(sums, batch, dimension);
    }

    @Override
    void backward(float[] epsilon, float scale, SparseGradient into) {
        float[] ids = floats(getInputs()[0]);
        float[] weights = floats(getInputs()[1]);
        int dimension = table().dimension();
        int batch = epsilon.length / dimension;
        int tokens = ids.length / batch;
        for (int i = 0; i < batch; i++) {
            float[] row = Arrays.copyOfRange(epsilon, i * dimension, (i + 1) * dimension);
            for (int t = i * tokens; t < (i + 1) * tokens; t++) {
                if (weights[t] != 0) {
                    add(scale * weights[t], row, into.of((int) ids[t]));
                }
            }
        }
    }

    @Override
    public Pair<@Nullable INDArray, MaskState> feedForwardMaskArrays(
            INDArray @Nullable [] masks, MaskState state, int batch) {
        return new Pair<>(null, state);
    }
}
