package io.github.bkd4j.kernel;

import io.github.bkd4j.io.Threads;
import java.util.function.IntConsumer;

/**
 * Arithmetic on rows of numbers. A matrix is an array of rows, because the just-in-time compiler vectorises loops over
 * whole arrays but not over parts of one array. Four rows are added at once, because loading and storing the sum costs
 * more than the addition. On the processors measured this equals a single-threaded OpenBLAS, without a copy to native
 * memory.
 */
public final class Matrices {

    private static final int CHUNK = 16; // rows of a task

    private Matrices() {}

    /** {@code to += factor * from}. */
    static void add(float factor, float[] from, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(factor, from[i], to[i]);
        }
    }

    /** {@code to += a u + b v + c w + d x}. */
    static void add(float a, float[] u, float b, float[] v, float c, float[] w, float d, float[] x, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = Math.fma(a, u[i], Math.fma(b, v[i], Math.fma(c, w[i], Math.fma(d, x[i], to[i]))));
        }
    }

    /** {@code to[i] += from[i]}, as far as {@code from} goes. */
    static void addTo(float[] to, float[] from) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i];
        }
    }

    /** {@code to[i] = max(to[i], from[i])}, from {@code first} on. */
    static void maxTo(float[] to, float[] from, int first) {
        for (int i = first; i < to.length; i++) {
            to[i] = Math.max(to[i], from[i]);
        }
    }

    /** {@code to += factors * from}: a row as the sum of rows, each with a factor. */
    static void add(float[] factors, float[][] from, float[] to) {
        add(factors, from, 0, from.length, to);
    }

    /** {@code to += factors * from}, over the rows {@code first} to {@code end - 1}. */
    static void add(float[] factors, float[][] from, int first, int end, float[] to) {
        int k = first;
        for (; k + 4 <= end; k += 4) {
            add(
                    factors[k],
                    from[k],
                    factors[k + 1],
                    from[k + 1],
                    factors[k + 2],
                    from[k + 2],
                    factors[k + 3],
                    from[k + 3],
                    to);
        }
        for (; k < end; k++) {
            add(factors[k], from[k], to);
        }
    }

    /**
     * Adds a product, {@code to += left right}, on the threads of {@link Threads}.
     *
     * @param left {@code [n, k]}
     * @param right {@code [k, m]}
     * @param to {@code [n, m]}, changed
     */
    public static void addProduct(float[][] left, float[][] right, float[][] to) {
        Threads.run((to.length + CHUNK - 1) / CHUNK, chunk -> {
            int first = chunk * CHUNK;
            addProduct(left, right, to, first, Math.min(to.length, first + CHUNK));
        });
    }

    /** The rows {@code first} to {@code end - 1} of {@code to += left right}: four rows of the right side serve all. */
    static void addProduct(float[][] left, float[][] right, float[][] to, int first, int end) {
        for (int k = 0; k < right.length; k += 4) {
            int next = Math.min(right.length, k + 4);
            for (int n = first; n < end; n++) {
                add(left[n], right, k, next, to[n]);
            }
        }
    }

    /**
     * The columns as rows.
     *
     * @param matrix {@code [n, columns]}
     * @param columns in each row
     * @return {@code [columns, n]}, a fresh array
     */
    public static float[][] transposed(float[][] matrix, int columns) {
        float[][] transposed = new float[columns][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            float[] row = matrix[i];
            for (int j = 0; j < columns; j++) {
                transposed[j][i] = row[j];
            }
        }
        return transposed;
    }

    /** Runs one task per row, in chunks. */
    static void parallel(int rows, IntConsumer task) {
        Threads.run((rows + CHUNK - 1) / CHUNK, chunk -> {
            int end = Math.min(rows, (chunk + 1) * CHUNK);
            for (int row = chunk * CHUNK; row < end; row++) {
                task.accept(row);
            }
        });
    }
}
