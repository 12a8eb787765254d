package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingBagVertexTest extends EmbeddingVertexContract {

    @Override
    EmbeddingVertex vertex(int rows, int dimension, long seed) {
        return new EmbeddingBagVertex(rows, dimension, 0.1, seed);
    }

    @Override
    void feed(RowSparseVertex vertex, Random random) {
        give(vertex, array(ids(random)), array(weights(random)));
    }

    @Override
    double[] reference(EmbeddingTable table, Random random) {
        float[] ids = ids(random);
        float[] weights = weights(random);
        double[] sums = new double[BATCH * DIMENSION]; // [batch, dimension]
        for (int t = 0; t < ids.length; t++) {
            for (int d = 0; d < DIMENSION; d++) {
                sums[t / TOKENS * DIMENSION + d] += (double) weights[t] * table.row((int) ids[t])[d];
            }
        }
        return sums;
    }

    @Test
    void paddingHasNoGradient() {
        RowSparseVertex vertex = running(vertex());
        give(vertex, array(new float[BATCH * TOKENS]), array(new float[BATCH * TOKENS]));
        vertex.backward(new float[BATCH * DIMENSION], 1, vertex.gradient());
        assertThat(vertex.gradient().size()).isZero();
    }
}
