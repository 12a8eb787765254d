package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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

class ParameterTableTest {

    private static final int ROWS = 6;
    private static final int COLUMNS = 4;
    private static final int STEPS = 300;
    private static final Adam ADAM = new Adam(0.01);
    private static final AdamStep STEP = new AdamStep(0.01, 0.9f, 0.999f, 1e-8f);

    private static ParameterTable table(long seed) {
        return ParameterTable.normal(ROWS, COLUMNS, 0.1, new Random(seed));
    }

    /** A random gradient for some distinct rows. */
    private static RowGradient gradient(Random random, int... rows) {
        int[] ids = Arrays.stream(rows).distinct().toArray();
        float[][] values = new float[ids.length][COLUMNS];
        for (float[] row : values) {
            for (int d = 0; d < COLUMNS; d++) {
                row[d] = (float) random.nextGaussian();
            }
        }
        return RowGradient.sparse(ids, values);
    }

    private static void step(ParameterTable table, RowGradient gradient) {
        table.step(gradient, STEP).join();
    }

    private static float[] row(RowGradient gradient, int slot) {
        return gradient.row(slot, new float[COLUMNS]);
    }

    private static int[] allRows() {
        return IntStream.range(0, ROWS).toArray();
    }

    private static float[] flat(ParameterTable table) {
        float[] flat = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(table.row(row), 0, flat, row * COLUMNS, COLUMNS);
        }
        return flat;
    }

    private static float[] flat(RowGradient gradient) {
        float[] flat = new float[ROWS * COLUMNS];
        for (int slot = 0; slot < gradient.size(); slot++) {
            System.arraycopy(row(gradient, slot), 0, flat, gradient.id(slot) * COLUMNS, COLUMNS);
        }
        return flat;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whereEveryRowHasAGradientItIsDl4jsAdam(long seed) {
        ParameterTable table = table(seed);
        INDArray dense = Nd4j.create(flat(table), new int[] {1, ROWS * COLUMNS}, 'c');
        GradientUpdater<?> updater = ADAM.instantiate(Nd4j.create(1, 2 * ROWS * COLUMNS), true);
        Random random = new Random(seed);

        for (int step = 0; step < STEPS; step++) {
            RowGradient sparse = gradient(random, allRows());
            INDArray update = Nd4j.create(flat(sparse), new int[] {1, ROWS * COLUMNS}, 'c');
            updater.applyUpdater(update, step, 0);
            dense.subi(update);
            step(table, sparse);
        }

        assertThat(flat(table)).containsExactly(dense.data().asFloat(), within(1e-5f));
    }

    /** Lazy: a row's moments wait for its next gradient, while the correction of the bias counts every step. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithASlowReferenceWhereRowsComeAndGo(long seed) {
        ParameterTable table = table(seed);
        Random random = new Random(seed);
        double[][] expected = new double[ROWS][COLUMNS];
        double[][] first = new double[ROWS][COLUMNS];
        double[][] second = new double[ROWS][COLUMNS];
        Arrays.setAll(
                expected,
                row -> IntStream.range(0, COLUMNS)
                        .mapToDouble(d -> table.row(row)[d])
                        .toArray());

        for (int step = 1; step <= STEPS; step++) {
            RowGradient gradient = gradient(random, random.nextInt(ROWS), random.nextInt(ROWS));
            step(table, gradient);
            for (int slot = 0; slot < gradient.size(); slot++) {
                int row = gradient.id(slot);
                for (int d = 0; d < COLUMNS; d++) {
                    double g = row(gradient, slot)[d];
                    first[row][d] = 0.9 * first[row][d] + 0.1 * g;
                    second[row][d] = 0.999 * second[row][d] + 0.001 * g * g;
                    double rate = 0.01 * Math.sqrt(1 - Math.pow(0.999, step)) / (1 - Math.pow(0.9, step));
                    expected[row][d] -= rate * first[row][d] / (Math.sqrt(second[row][d]) + 1e-8);
                }
            }
        }

        for (int row = 0; row < ROWS; row++) {
            for (int d = 0; d < COLUMNS; d++) {
                assertThat((double) table.row(row)[d]).isCloseTo(expected[row][d], within(1e-5));
            }
        }
    }

    @Test
    void aRowWithoutGradientStaysAsItIs() {
        ParameterTable table = table(1);
        Random random = new Random(1);
        step(table, gradient(random, allRows()));
        float[] still = table.row(2).clone();
        float[] moved = table.row(3).clone();

        step(table, gradient(random, 0, 1, 3, 4, 5));

        assertThat(table.row(2)).isEqualTo(still);
        assertThat(table.row(3)).isNotEqualTo(moved);
    }

    @Test
    void aCopyGoesItsOwnWayFromTheSameState() {
        ParameterTable table = table(1);
        step(table, gradient(new Random(1), allRows()));
        float[] before = flat(table);
        ParameterTable copy = table.copy();

        step(copy, gradient(new Random(2), 1, 2));
        assertThat(flat(table)).isEqualTo(before).isNotEqualTo(flat(copy));

        step(table, gradient(new Random(2), 1, 2));
        assertThat(flat(table)).isEqualTo(flat(copy));
    }

    @Test
    void aTableGoesOnFromItsState() {
        ParameterTable table = table(1);
        step(table, gradient(new Random(1), 0, 2, 5));
        ParameterTable other = table(2);
        step(other, gradient(new Random(3), 1, 2));

        other.restore(table.state());
        assertThat(other.state()).isEqualTo(table.state()).hasSize(8 + ROWS + (ROWS + 2 * 3) * COLUMNS * 4);
        step(other, gradient(new Random(4), 0, 1));
        step(table, gradient(new Random(4), 0, 1));
        assertThat(other.state()).isEqualTo(table.state());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 13, 100, 109, 111})
    void aStateOfAnotherSizeIsRefused(int bytes) {
        ParameterTable table = table(1); // 8 + 6 + 4 * 24 bytes
        byte[] before = table.state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.restore(new byte[bytes]))
                .withMessage("state of a table of [6, 4] must have 110 bytes but had " + bytes);
        assertThat(table.state()).isEqualTo(before);
    }

    @Test
    void aNewTableIsNormallyDistributed() {
        ParameterTable table = ParameterTable.normal(1000, 10, 0.1, new Random(7));

        assertThat(table.shape()).isEqualTo(new TableShape(1000, 10)).hasToString("[1000, 10]");
        double squares = Arrays.stream(table.rows())
                .flatMapToDouble(row -> IntStream.range(0, 10).mapToDouble(d -> row[d] * row[d]))
                .average()
                .orElse(0);
        assertThat(Math.sqrt(squares)).isCloseTo(0.1, within(0.003));
    }

    @Test
    void seesNumbersThatAreNotFinite() {
        ParameterTable table = table(1);
        assertThat(table.isFinite()).isTrue();
        table.row(2)[3] = Float.NEGATIVE_INFINITY;
        assertThat(table.isFinite()).isFalse();
        table.row(2)[3] = Float.NaN;
        assertThat(table.isFinite()).isFalse();
    }

    @Test
    void theSeedDecidesTheNumbers() {
        assertThat(flat(table(7))).isEqualTo(flat(table(7))).isNotEqualTo(flat(table(8)));
    }
}
