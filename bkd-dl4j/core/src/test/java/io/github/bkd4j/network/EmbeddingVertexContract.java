package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every vertex does that owns an embedding table. */
abstract class EmbeddingVertexContract {

    static final int ROWS = 7;
    static final int DIMENSION = 3;
    static final int BATCH = 4;
    static final int TOKENS = 5;

    abstract EmbeddingVertex vertex(int rows, int dimension, long seed);

    /** Inputs, and a mask where the vertex takes one. */
    abstract void feed(RowSparseVertex vertex, Random random);

    /** The forward pass written slowly from the inputs of {@link #feed}, in row order. */
    abstract double[] reference(EmbeddingTable table, Random random);

    final EmbeddingVertex vertex() {
        return vertex(ROWS, DIMENSION, 1);
    }

    static RowSparseVertex running(EmbeddingVertex configuration) {
        return (RowSparseVertex) configuration.instantiate(null, "embeddings", 0, Nd4j.empty(), true, DataType.FLOAT);
    }

    /** Token ids of a batch, repetitions and the unknown token among them, [batch * tokens]. */
    static float[] ids(Random random) {
        float[] ids = new float[BATCH * TOKENS];
        for (int t = 0; t < ids.length; t++) {
            ids[t] = random.nextInt(ROWS);
        }
        return ids;
    }

    /** Weights of which a third is 0, [batch * tokens]. */
    static float[] weights(Random random) {
        float[] weights = new float[BATCH * TOKENS];
        for (int t = 0; t < weights.length; t++) {
            weights[t] = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
        }
        return weights;
    }

    static void give(RowSparseVertex vertex, INDArray... inputs) {
        vertex.setInputs(inputs);
    }

    static INDArray array(float[] values) {
        return Nd4j.create(values, new int[] {BATCH, TOKENS}, 'c');
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void forwardAgreesWithASlowReference(long seed) {
        RowSparseVertex vertex = running(vertex(ROWS, DIMENSION, seed));
        feed(vertex, new Random(seed));

        double[] forward = vertex.forward().dup('c').data().asDouble();

        assertThat(forward).containsExactly(reference(vertex.table(), new Random(seed)), within(1e-6));
    }

    /** The forward pass is linear in the table: a difference of any size gives the gradient. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theTablesGradientAgreesWithFiniteDifferences(long seed) {
        RowSparseVertex vertex = running(vertex(ROWS, DIMENSION, seed));
        feed(vertex, new Random(seed));
        INDArray forward = vertex.forward();
        float[] epsilon = new float[(int) forward.length()];
        Random random = new Random(seed + 100);
        for (int i = 0; i < epsilon.length; i++) {
            epsilon[i] = (float) random.nextGaussian();
        }
        SparseGradient gradient = new SparseGradient(ROWS, DIMENSION);
        vertex.backward(epsilon, 0.25f, gradient);

        for (int row = 0; row < ROWS; row++) {
            for (int d = 0; d < DIMENSION; d++) {
                assertThat((double) gradient.of(row)[d])
                        .isCloseTo(0.25 * difference(vertex, epsilon, row, d), within(1e-4));
            }
        }
    }

    private static double difference(RowSparseVertex vertex, float[] epsilon, int row, int d) {
        float before = vertex.table().row(row)[d];
        vertex.table().row(row)[d] = before + 1;
        double above = product(vertex, epsilon);
        vertex.table().row(row)[d] = before - 1;
        double below = product(vertex, epsilon);
        vertex.table().row(row)[d] = before;
        return (above - below) / 2;
    }

    private static double product(RowSparseVertex vertex, float[] epsilon) {
        double[] forward = vertex.forward().dup('c').data().asDouble();
        double sum = 0;
        for (int i = 0; i < forward.length; i++) {
            sum += forward[i] * epsilon[i];
        }
        return sum;
    }

    @Test
    void aCopyHasATableOfItsOwn() {
        EmbeddingVertex vertex = vertex();
        running(vertex);
        EmbeddingVertex copy = (EmbeddingVertex) vertex.clone();

        assertThat(copy).isEqualTo(vertex).hasSameHashCodeAs(vertex).hasSameClassAs(vertex);
        assertThat(copy.table().row(1))
                .isEqualTo(vertex.table().row(1))
                .isNotSameAs(vertex.table().row(1));
    }

    @Test
    void settingsTellVerticesApart() {
        assertThat(vertex()).isNotEqualTo(vertex(ROWS + 1, DIMENSION, 1));
        assertThat(vertex()).isNotEqualTo(vertex(ROWS, DIMENSION + 1, 1));
        assertThat(vertex()).isNotEqualTo(vertex(ROWS, DIMENSION, 2));
    }

    @Test
    void withoutATableItRefusesToRun() {
        assertThatIllegalStateException()
                .isThrownBy(() -> vertex().table())
                .withMessage("embedding table [7, 3] must be restored after reading a network from JSON but was not");
    }

    @Test
    void aTableOfAnotherShapeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vertex().restore(new EmbeddingTable(3, 7)))
                .withMessage("embedding table must be [7, 3] but was [3, 7]");
    }

    @Test
    void anEmptyTableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vertex(0, 3, 1))
                .withMessage("rows must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vertex(7, 0, 1))
                .withMessage("dimension must be >= 1 but was 0");
    }

    @Test
    void dl4jSeesNoParameters() {
        assertThat(vertex().numParams(true)).isZero();
    }
}
