package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.deeplearning4j.nn.api.MaskState;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class EmbeddingSequenceVertexTest extends EmbeddingVertexContract {

    @Override
    EmbeddingVertex vertex(int rows, int dimension, long seed) {
        return new EmbeddingSequenceVertex(rows, dimension, 0.1, seed);
    }

    private static float[] mask(Random random) {
        float[] mask = weights(random);
        for (int t = 0; t < mask.length; t++) {
            mask[t] = mask[t] == 0 ? 0 : 1;
        }
        return mask;
    }

    @Override
    void feed(RowSparseVertex vertex, Random random) {
        give(vertex, array(ids(random)));
        vertex.feedForwardMaskArrays(new INDArray[] {array(mask(random))}, MaskState.Active, BATCH);
    }

    @Override
    double[] reference(EmbeddingTable table, Random random) {
        float[] ids = ids(random);
        float[] mask = mask(random);
        double[] out = new double[BATCH * DIMENSION * TOKENS]; // [batch, dimension, tokens]
        for (int i = 0; i < BATCH; i++) {
            for (int d = 0; d < DIMENSION; d++) {
                for (int t = 0; t < TOKENS; t++) {
                    int token = i * TOKENS + t;
                    out[(i * DIMENSION + d) * TOKENS + t] = mask[token] * table.row((int) ids[token])[d];
                }
            }
        }
        return out;
    }

    @Test
    void theMaskGoesOnToTheNextLayer() {
        INDArray mask = array(mask(new Random(1)));
        assertThat(running(vertex())
                        .feedForwardMaskArrays(new INDArray[] {mask}, MaskState.Active, BATCH)
                        .getFirst())
                .isSameAs(mask);
    }

    @Test
    void aMaskIsForOneBatch() {
        RowSparseVertex vertex = running(vertex());
        feed(vertex, new Random(1));
        vertex.clear();
        give(vertex, array(ids(new Random(1))));

        RowSparseVertex fresh = running(vertex());
        give(fresh, array(ids(new Random(1))));

        assertThat(vertex.forward()).isEqualTo(fresh.forward());
    }
}
