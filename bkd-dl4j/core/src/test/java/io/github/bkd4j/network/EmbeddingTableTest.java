package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

class EmbeddingTableTest {

    private static final int ROWS = 6;
    private static final int DIMENSION = 4;
    private static final int STEPS = 300;
    private static final Adam ADAM = new Adam(0.01);

    private static EmbeddingTable table(long seed) {
        return EmbeddingTable.normal(ROWS, DIMENSION, 0.1, seed);
    }

    /** A random gradient for some rows. */
    private static SparseGradient gradient(Random random, int... rows) {
        SparseGradient gradient = new SparseGradient(ROWS, DIMENSION);
        for (int row : rows) {
            float[] values = gradient.of(row);
            for (int d = 0; d < DIMENSION; d++) {
                values[d] = (float) random.nextGaussian();
            }
        }
        return gradient;
    }

    private static int[] allRows() {
        return IntStream.range(0, ROWS).toArray();
    }

    private static float[] flat(EmbeddingTable table) {
        float[] flat = new float[ROWS * DIMENSION];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(table.row(row), 0, flat, row * DIMENSION, DIMENSION);
        }
        return flat;
    }

    private static float[] flat(SparseGradient gradient) {
        float[] flat = new float[ROWS * DIMENSION];
        for (int slot = 0; slot < gradient.size(); slot++) {
            System.arraycopy(gradient.row(slot), 0, flat, gradient.id(slot) * DIMENSION, DIMENSION);
        }
        return flat;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whereEveryRowHasAGradientItIsDl4jsAdam(long seed) {
        EmbeddingTable table = table(seed);
        INDArray dense = Nd4j.create(flat(table), new int[] {1, ROWS * DIMENSION}, 'c');
        GradientUpdater<?> updater = ADAM.instantiate(Nd4j.create(1, 2 * ROWS * DIMENSION), true);
        Random random = new Random(seed);

        for (int step = 0; step < STEPS; step++) {
            SparseGradient sparse = gradient(random, allRows());
            INDArray update = Nd4j.create(flat(sparse), new int[] {1, ROWS * DIMENSION}, 'c');
            updater.applyUpdater(update, step, 0);
            dense.subi(update);
            table.step(sparse, ADAM, ADAM.getLearningRate());
        }

        assertThat(flat(table)).containsExactly(dense.data().asFloat(), within(1e-5f));
    }

    /** Lazy: a row's moments wait for its next gradient, while the correction of the bias counts every step. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithASlowReferenceWhereRowsComeAndGo(long seed) {
        EmbeddingTable table = table(seed);
        Random random = new Random(seed);
        double[][] expected = new double[ROWS][DIMENSION];
        double[][] first = new double[ROWS][DIMENSION];
        double[][] second = new double[ROWS][DIMENSION];
        Arrays.setAll(
                expected,
                row -> IntStream.range(0, DIMENSION)
                        .mapToDouble(d -> table.row(row)[d])
                        .toArray());

        for (int step = 1; step <= STEPS; step++) {
            SparseGradient gradient = gradient(random, random.nextInt(ROWS), random.nextInt(ROWS));
            table.step(gradient, ADAM, 0.01);
            for (int slot = 0; slot < gradient.size(); slot++) {
                int row = gradient.id(slot);
                for (int d = 0; d < DIMENSION; d++) {
                    double g = gradient.row(slot)[d];
                    first[row][d] = 0.9 * first[row][d] + 0.1 * g;
                    second[row][d] = 0.999 * second[row][d] + 0.001 * g * g;
                    double rate = 0.01 * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                    expected[row][d] -= rate * first[row][d] / (Math.sqrt(second[row][d]) + 1e-8);
                }
            }
        }

        for (int row = 0; row < ROWS; row++) {
            for (int d = 0; d < DIMENSION; d++) {
                assertThat((double) table.row(row)[d]).isCloseTo(expected[row][d], within(1e-5));
            }
        }
    }

    @Test
    void aRowWithoutGradientStaysAsItIs() {
        EmbeddingTable table = table(1);
        Random random = new Random(1);
        table.step(gradient(random, allRows()), ADAM, 0.01);
        float[] still = table.row(2).clone();
        float[] moved = table.row(3).clone();

        table.step(gradient(random, 0, 1, 3, 4, 5), ADAM, 0.01);

        assertThat(table.row(2)).isEqualTo(still);
        assertThat(table.row(3)).isNotEqualTo(moved);
    }

    @Test
    void aCopyGoesItsOwnWayFromTheSameState() {
        EmbeddingTable table = table(1);
        table.step(gradient(new Random(1), allRows()), ADAM, 0.01);
        float[] before = flat(table);
        EmbeddingTable copy = table.copy();

        copy.step(gradient(new Random(2), 1, 2), ADAM, 0.01);
        assertThat(flat(table)).isEqualTo(before).isNotEqualTo(flat(copy));

        table.step(gradient(new Random(2), 1, 2), ADAM, 0.01);
        assertThat(flat(table)).isEqualTo(flat(copy));
    }

    @Test
    void aNewTableIsNormallyDistributedButForTheUnknownToken() {
        EmbeddingTable table = EmbeddingTable.normal(1000, 10, 0.1, 7);

        assertThat(table.size()).isEqualTo(1000);
        assertThat(table.dimension()).isEqualTo(10);
        assertThat(table.row(0)).containsOnly(0);
        double squares = IntStream.range(1, 1000)
                .mapToObj(table::row)
                .flatMapToDouble(row -> IntStream.range(0, 10).mapToDouble(d -> row[d] * row[d]))
                .average()
                .orElse(0);
        assertThat(Math.sqrt(squares)).isCloseTo(0.1, within(0.003));
    }

    @Test
    void theSeedDecidesTheNumbers() {
        assertThat(flat(table(7))).isEqualTo(flat(table(7))).isNotEqualTo(flat(table(8)));
    }
}
