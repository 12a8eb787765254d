package io.github.bkd4j.network;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A table of embeddings whose rows are read and trained one by one: what a step costs does not depend on the number of
 * rows. Holds the state of its optimiser, lazy Adam: the moments of a row are updated only when the row has a gradient,
 * as in PyTorch's SparseAdam. Owned by the graph vertex that reads it; not thread-safe while it is trained.
 */
public final class EmbeddingTable {

    private final float[][] rows; // [rows][dimension]
    private final @Nullable Moments[] moments; // [rows], made when a row is first trained
    private long steps;

    /**
     * A table of zeros.
     *
     * @param rows number of rows, at least 1
     * @param dimension length of a row, at least 1
     */
    public EmbeddingTable(int rows, int dimension) {
        this(new float[rows][dimension], new @Nullable Moments[rows], 0);
    }

    private EmbeddingTable(float[][] rows, @Nullable Moments[] moments, long steps) {
        this.rows = rows;
        this.moments = moments;
        this.steps = steps;
    }

    /**
     * A table of normally distributed numbers; row 0, the unknown token, is zero.
     *
     * @param rows number of rows, at least 1
     * @param dimension length of a row, at least 1
     * @param deviation standard deviation
     * @param seed of the numbers
     * @return the table
     */
    static EmbeddingTable normal(int rows, int dimension, double deviation, long seed) {
        EmbeddingTable table = new EmbeddingTable(rows, dimension);
        Random random = new Random(seed);
        for (int r = 1; r < rows; r++) {
            for (int d = 0; d < dimension; d++) {
                table.rows[r][d] = (float) (deviation * random.nextGaussian());
            }
        }
        return table;
    }

    /**
     * Number of rows.
     *
     * @return at least 1
     */
    public int size() {
        return rows.length;
    }

    /**
     * Length of a row.
     *
     * @return at least 1
     */
    public int dimension() {
        return rows[0].length;
    }

    /**
     * One embedding, not a copy: writing to it changes the table.
     *
     * @param id row, from 0
     * @return {@code [dimension]}
     */
    public float[] row(int id) {
        return rows[id];
    }

    /** Whether every number is finite. */
    boolean isFinite() {
        for (float[] row : rows) {
            float sum = 0;
            for (float value : row) {
                sum += value * 0; // NaN for NaN and for infinities
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    /** An independent table in the same state, moments included. */
    EmbeddingTable copy() {
        float[][] copiedRows = Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
        @Nullable Moments[] copiedMoments = new @Nullable Moments[moments.length];
        for (int id = 0; id < moments.length; id++) {
            Moments own = moments[id];
            copiedMoments[id] = own == null ? null : own.copy();
        }
        return new EmbeddingTable(copiedRows, copiedMoments, steps);
    }

    /**
     * One step of lazy Adam, in the form that DL4J has it.
     *
     * @param gradient of the mean loss, for the rows that have one
     * @param adam decay rates of the moments, and epsilon
     * @param learningRate step size
     */
    void step(SparseGradient gradient, Adam adam, double learningRate) {
        steps++;
        double correction = Math.sqrt(1 - Math.pow(adam.getBeta2(), (double) steps))
                / (1 - Math.pow(adam.getBeta1(), (double) steps));
        float rate = (float) (learningRate * correction);
        for (int slot = 0; slot < gradient.size(); slot++) {
            int id = gradient.id(slot);
            Moments own = moments[id];
            if (own == null) {
                own = new Moments(dimension());
                moments[id] = own;
            }
            own.add(gradient.row(slot), (float) adam.getBeta1(), (float) adam.getBeta2());
            own.move(rows[id], rate, (float) adam.getEpsilon());
        }
    }

    /** Adam's moments of one row. */
    private static final class Moments {

        private final float[] first; // [dimension]
        private final float[] second; // [dimension]

        Moments(int dimension) {
            this(new float[dimension], new float[dimension]);
        }

        private Moments(float[] first, float[] second) {
            this.first = first;
            this.second = second;
        }

        Moments copy() {
            return new Moments(first.clone(), second.clone());
        }

        void add(float[] gradient, float beta1, float beta2) {
            for (int d = 0; d < first.length; d++) {
                float g = gradient[d];
                first[d] = beta1 * first[d] + (1 - beta1) * g;
                second[d] = beta2 * second[d] + (1 - beta2) * g * g;
            }
        }

        void move(float[] row, float rate, float epsilon) {
            for (int d = 0; d < row.length; d++) {
                row[d] -= rate * first[d] / ((float) Math.sqrt(second[d]) + epsilon);
            }
        }
    }
}
