package io.github.bkd4j.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.io.Threads;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every text kernel does; {@link #reference} says it slowly, in double. */
abstract class TextKernelContract {

    static final int VOCABULARY = 9;
    static final int DIMENSION = 7;
    private static final double SMALL = 1e-6;

    private final int threads = Threads.count();

    abstract TextKernel kernel();

    /** Features of one text, from parameters [tables][rows][columns]. */
    abstract double[] reference(double[][][] parameters, int[] ids, float[] weights);

    @AfterEach
    void asManyThreadsAsBefore() {
        Threads.use(threads);
    }

    /** A batch of texts of different lengths, one token long and longer than any filter; repetitions among them. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Batch(int[][] ids, float[][] weights) {

        static Batch of(Random random) {
            int[] lengths = {1, 2, 3, 4, 8, 13, 5, 3};
            int[][] ids = new int[lengths.length][];
            float[][] weights = new float[lengths.length][];
            for (int text = 0; text < lengths.length; text++) {
                ids[text] = random.ints(lengths[text], 0, VOCABULARY).toArray();
                weights[text] = new float[lengths[text]];
                Arrays.fill(weights[text], 1);
            }
            return new Batch(ids, weights);
        }

        Tokens tokens() {
            return Tokens.of(ids, weights);
        }
    }

    /** The kernel's weights of tokens; a kernel that looks at them overrides this. */
    Batch batch(Random random) {
        return Batch.of(random);
    }

    private static double[][][] inDouble(List<ParameterTable> tables) {
        return tables.stream()
                .map(table -> Arrays.stream(table.rows())
                        .map(row -> IntStream.range(0, row.length)
                                .mapToDouble(i -> row[i])
                                .toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** Parameters as drawn, but none zero. */
    private List<ParameterTable> parameters(Random random) {
        List<ParameterTable> parameters = kernel().draw(random.nextLong());
        for (ParameterTable table : parameters) {
            for (float[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) {
                    row[i] += (float) (0.3 * random.nextGaussian());
                }
            }
        }
        return parameters;
    }

    private static float[][] epsilon(TextKernel kernel, int texts, Random random) {
        float[][] epsilon = new float[texts][kernel.features()];
        for (float[] row : epsilon) {
            for (int f = 0; f < row.length; f++) {
                row[f] = (float) random.nextGaussian();
            }
        }
        return epsilon;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void forwardAgreesWithASlowReference(long seed) {
        Random random = new Random(seed);
        List<ParameterTable> parameters = parameters(random);
        Batch batch = batch(random);

        float[][] features = kernel().forward(parameters, batch.tokens()).features();

        for (int text = 0; text < features.length; text++) {
            double[] expected = reference(inDouble(parameters), batch.ids()[text], batch.weights()[text]);
            for (int f = 0; f < expected.length; f++) {
                assertThat((double) features[text][f]).isCloseTo(expected[f], within(1e-5));
            }
            assertThat(features[text]).hasSize(kernel().features()).hasSameSizeAs(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void backwardAgreesWithFiniteDifferencesOfTheReference(long seed) {
        Random random = new Random(seed);
        List<ParameterTable> parameters = parameters(random);
        Batch batch = batch(random);
        float[][] epsilon = epsilon(kernel(), batch.ids().length, random);
        double[][][] exact = inDouble(parameters);

        List<RowGradient> gradients = kernel().forward(parameters, batch.tokens())
                .backward(Arrays.stream(epsilon).map(float[]::clone).toArray(float[][]::new));

        assertThat(gradients).hasSameSizeAs(parameters);
        for (int table = 0; table < exact.length; table++) {
            float[][] gradient = dense(gradients.get(table), parameters.get(table));
            for (int row = 0; row < gradient.length; row++) {
                for (int i = 0; i < gradient[row].length; i++) {
                    assertThat((double) gradient[row][i])
                            .as("table %d, row %d, column %d", table, row, i)
                            .isCloseTo(slope(exact, exact[table][row], i, batch, epsilon), within(1e-4));
                }
            }
        }
    }

    private static float[][] dense(RowGradient gradient, ParameterTable table) {
        float[][] dense =
                Arrays.stream(table.rows()).map(row -> new float[row.length]).toArray(float[][]::new);
        for (int slot = 0; slot < gradient.size(); slot++) {
            float[] row = dense[gradient.id(slot)];
            System.arraycopy(gradient.row(slot, new float[table.columns()]), 0, row, 0, row.length);
        }
        return dense;
    }

    private double slope(double[][][] parameters, double[] row, int i, Batch batch, float[][] epsilon) {
        double before = row[i];
        row[i] = before + SMALL;
        double above = product(parameters, batch, epsilon);
        row[i] = before - SMALL;
        double below = product(parameters, batch, epsilon);
        row[i] = before;
        return (above - below) / (2 * SMALL);
    }

    private double product(double[][][] parameters, Batch batch, float[][] epsilon) {
        double sum = 0;
        for (int text = 0; text < epsilon.length; text++) {
            double[] features = reference(parameters, batch.ids()[text], batch.weights()[text]);
            for (int f = 0; f < features.length; f++) {
                sum += features[f] * epsilon[text][f];
            }
        }
        return sum;
    }

    /** Many texts, so that there is more than one task; to the last bit. */
    @Test
    void theNumberOfThreadsChangesNothing() {
        Threads.use(1);
        float[][][] alone = trained();
        for (int count = 2; count <= 3; count++) {
            Threads.use(count);
            assertThat(trained()).isDeepEqualTo(alone);
        }
    }

    /** One that works, one that works in the calling thread, and a saturated one. */
    @Test
    void theExecutorOfAHostApplicationChangesNothing() {
        Threads.use(1);
        float[][][] alone = trained();
        for (Executor executor : List.<Executor>of(ForkJoinPool.commonPool(), Runnable::run, task -> {})) {
            Threads.use(executor, 4);
            assertThat(trained()).isDeepEqualTo(alone);
        }
    }

    private float[][][] trained() {
        Random random = new Random(7);
        List<ParameterTable> parameters = parameters(random);
        int[][] ids = IntStream.range(0, 100)
                .mapToObj(text -> random.ints(1 + text % 11, 0, VOCABULARY).toArray())
                .toArray(int[][]::new);
        float[][] weights = Arrays.stream(ids)
                .map(text -> {
                    float[] ones = new float[text.length];
                    Arrays.fill(ones, 1);
                    return ones;
                })
                .toArray(float[][]::new);
        AdamStep adam = new AdamStep(0.01, 0.9f, 0.999f, 1e-8f);
        for (int step = 0; step < 3; step++) {
            List<RowGradient> gradients = kernel().forward(parameters, Tokens.of(ids, weights))
                    .backward(epsilon(kernel(), ids.length, random));
            for (int table = 0; table < parameters.size(); table++) {
                parameters.get(table).step(gradients.get(table), adam).join();
            }
        }
        return parameters.stream().map(ParameterTable::rows).toArray(float[][][]::new);
    }

    @Test
    void drawsParametersOfTheShapesThatItSays() {
        List<ParameterTable> drawn = kernel().draw(1);
        assertThat(drawn).extracting(ParameterTable::shape).isEqualTo(kernel().shapes());
        assertThat(drawn.get(0).row(0)).containsOnly(0);
        assertThat(drawn.get(0).row(1)).doesNotContain(0);
    }

    @Test
    void theSeedDecidesTheParameters() {
        assertThat(kernel().draw(1).get(0).rows())
                .isDeepEqualTo(kernel().draw(1).get(0).rows())
                .isNotEqualTo(kernel().draw(2).get(0).rows());
    }
}
