package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.text.WordVectors;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {

    private static final int DIMENSION = 12;

    /** Deviations (+-2, 0) and (0, +-1) from the mean (7, -3). */
    @Test
    void byHand() {
        List<float[]> rows =
                List.of(new float[] {9, -3}, new float[] {5, -3}, new float[] {7, -2}, new float[] {7, -4});

        List<float[]> projected = PrincipalComponents.of(rows, 2).project(rows);

        assertThat(projected.get(0)).containsExactly(new float[] {2, 0}, within(1e-6f));
        assertThat(projected.get(1)).containsExactly(new float[] {-2, 0}, within(1e-6f));
        assertThat(projected.get(2)).containsExactly(new float[] {0, 1}, within(1e-6f));
        assertThat(projected.get(3)).containsExactly(new float[] {0, -1}, within(1e-6f));
    }

    @Test
    void oneRowIsItsOwnMean() {
        List<float[]> rows = List.of(new float[] {9, -3, 4});

        assertThat(PrincipalComponents.of(rows, 2).project(rows).get(0)).containsExactly(0, 0);
    }

    /** Three directions about a mean lose nothing in three components: all distances stay. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dataOfLowRankLoseNothing(long seed) {
        List<float[]> rows = lowRank(40, 3, new Random(seed));

        List<float[]> projected = PrincipalComponents.of(rows, 3).project(rows);

        for (int r = 1; r < rows.size(); r++) {
            assertThat(distance(projected.get(0), projected.get(r)))
                    .isCloseTo(distance(rows.get(0), rows.get(r)), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void componentsAreCentredUncorrelatedAndOfFallingVariance(long seed) {
        List<float[]> rows = lowRank(300, DIMENSION, new Random(seed));

        double[][] covariance =
                covariance(PrincipalComponents.of(rows, DIMENSION).project(rows));

        for (int i = 0; i < DIMENSION; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(covariance[i][j]).isCloseTo(0, within(1e-4));
            }
            assertThat(covariance[i][i]).isLessThanOrEqualTo(i == 0 ? Double.MAX_VALUE : covariance[i - 1][i - 1]);
        }
    }

    /** More rows than are in native memory at a time, against cyclic Jacobi rotations. */
    @ParameterizedTest
    @ValueSource(ints = {30, 4096, 5000})
    void agreesWithJacobi(int count) {
        List<float[]> rows = lowRank(count, DIMENSION, new Random(count));

        List<float[]> projected = PrincipalComponents.of(rows, 5).project(rows);

        double[][] axes = jacobi(covariance(rows)); // [components][dimension]
        double[] mean = mean(rows);
        for (int r = 0; r < count; r += 7) {
            for (int k = 0; k < 5; k++) {
                assertThat((double) projected.get(r)[k]).isCloseTo(along(axes[k], rows.get(r), mean), within(1e-4));
            }
        }
    }

    @Test
    void mirroredDataHaveTheSameDirections() {
        List<float[]> rows = lowRank(50, DIMENSION, new Random(7));
        List<float[]> mirrored =
                rows.stream().map(PrincipalComponentsTest::negated).toList();

        List<float[]> projected = PrincipalComponents.of(rows, 3).project(rows);
        List<float[]> other = PrincipalComponents.of(mirrored, 3).project(mirrored);

        for (int r = 0; r < 50; r++) {
            assertThat(other.get(r)).containsExactly(negated(projected.get(r)), within(1e-4f));
        }
    }

    private static float[] negated(float[] row) {
        float[] negated = new float[row.length];
        IntStream.range(0, row.length).forEach(i -> negated[i] = -row[i]);
        return negated;
    }

    /**
     * Sums of random directions, the first with the largest weights, about a mean that is not 0; [count][dimension].
     */
    private static List<float[]> lowRank(int count, int rank, Random random) {
        double[][] directions =
                Stream.generate(() -> gaussian(DIMENSION, random)).limit(rank).toArray(double[][]::new);
        return Stream.generate(() -> {
                    float[] row = new float[DIMENSION];
                    for (int k = 0; k < rank; k++) {
                        double weight = random.nextGaussian() / (k + 1);
                        for (int i = 0; i < DIMENSION; i++) {
                            row[i] += (float) (weight * directions[k][i] + 1);
                        }
                    }
                    return row;
                })
                .limit(count)
                .toList();
    }

    private static double[] gaussian(int length, Random random) {
        return IntStream.range(0, length)
                .mapToDouble(i -> random.nextGaussian())
                .toArray();
    }

    private static double distance(float[] a, float[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(i -> ((double) a[i] - b[i]) * ((double) a[i] - b[i]))
                .sum());
    }

    private static double[] mean(List<float[]> rows) {
        return IntStream.range(0, rows.get(0).length)
                .mapToDouble(
                        i -> rows.stream().mapToDouble(row -> row[i]).average().orElseThrow())
                .toArray();
    }

    private static double[][] covariance(List<float[]> rows) {
        double[] mean = mean(rows);
        double[][] covariance = new double[mean.length][mean.length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                for (int j = 0; j < mean.length; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / rows.size();
                }
            }
        }
        return covariance;
    }

    private static double along(double[] axis, float[] row, double[] mean) {
        return IntStream.range(0, axis.length)
                .mapToDouble(i -> axis[i] * (row[i] - mean[i]))
                .sum();
    }

    /** Unit eigenvectors of a symmetric matrix, those of the largest eigenvalues first, largest component positive. */
    private static double[][] jacobi(double[][] a) {
        int n = a.length;
        double[][] vectors = new double[n][n]; // rows
        IntStream.range(0, n).forEach(i -> vectors[i][i] = 1);
        for (int sweep = 0; sweep < 30; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .map(i -> largestPositive(vectors[i]))
                .toArray(double[][]::new);
    }

    /** Makes a[p][q] zero. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        double angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        for (double[] row : a) {
            double ap = row[p];
            row[p] = c * ap - s * row[q];
            row[q] = s * ap + c * row[q];
        }
        rotateRows(a, p, q, c, s);
        rotateRows(vectors, p, q, c, s);
    }

    private static void rotateRows(double[][] m, int p, int q, double c, double s) {
        for (int i = 0; i < m.length; i++) {
            double mp = m[p][i];
            m[p][i] = c * mp - s * m[q][i];
            m[q][i] = s * mp + c * m[q][i];
        }
    }

    private static double[] largestPositive(double[] vector) {
        double largest = IntStream.range(0, vector.length)
                .mapToObj(i -> vector[i])
                .max(Comparator.comparingDouble(Math::abs))
                .orElseThrow();
        return IntStream.range(0, vector.length)
                .mapToDouble(i -> Math.signum(largest) * vector[i])
                .toArray();
    }

    private static final List<String> WORDS = List.of("late", "parcel", "late parcel");

    private static WordVectors vectors(float[]... rows) {
        return WordVectors.embedding(WORDS.subList(0, rows.length), words -> rows);
    }

    /** The points lie on the line (1, 2) + s (.6, .8) with s = -5, 0, 5. */
    @Test
    void reductionKeepsTheDirectionOfLargestVariance() {
        WordVectors reduced =
                PrincipalComponents.reduced(vectors(new float[] {-2, -2}, new float[] {1, 2}, new float[] {4, 6}), 1);

        assertThat(reduced.words()).isEqualTo(WORDS);
        assertThat(reduced.dimension()).isEqualTo(1);
        assertThat(reduced.vector("late").orElseThrow()).containsExactly(new float[] {-5}, within(1e-6f));
        assertThat(reduced.vector("parcel").orElseThrow()).containsExactly(new float[] {0}, within(1e-6f));
        assertThat(reduced.vector("late parcel").orElseThrow()).containsExactly(new float[] {5}, within(1e-6f));
    }

    @Test
    void componentsOutOfRangeAreRefused() {
        for (int components : new int[] {0, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PrincipalComponents.reduced(vectors(new float[] {1, 2}), components))
                    .withMessage("components must be 1 to 2 but was " + components);
        }
    }
}
