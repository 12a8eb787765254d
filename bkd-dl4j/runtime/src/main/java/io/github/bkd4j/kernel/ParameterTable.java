package io.github.bkd4j.kernel;

import io.github.bkd4j.io.Threads;
import io.github.bkd4j.io.Work;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of parameters whose rows are read and trained one by one: what a step costs does not depend on the number of
 * rows. Holds the state of its optimiser, lazy Adam: the moments of a row are updated only when the row has a gradient,
 * as in PyTorch's SparseAdam; a table whose every row has one at every step is trained as by DL4J's dense Adam. Not
 * thread-safe while it is trained.
 */
public final class ParameterTable {

    private static final int CHUNK = 64; // rows of a task

    private final float[][] rows; // [rows][columns], or the stored entries of each row
    private final int columns;
    private final @Nullable Moments[] moments; // [rows], made when a row is first trained
    private final boolean inEightBits;
    private long steps;

    /**
     * A table of zeros.
     *
     * @param rows number of rows, at least 1
     * @param columns length of a row, at least 1
     */
    public ParameterTable(int rows, int columns) {
        this(new float[rows][columns], columns);
    }

    /**
     * A table of given numbers, untrained.
     *
     * @param rows {@code [rows][columns]}, not copied
     */
    public ParameterTable(float[][] rows) {
        this(rows, rows[0].length);
    }

    /** A table that may store only some entries of a row; {@code columns} is the length of a row with all of them. */
    ParameterTable(float[][] rows, int columns) {
        this(rows, columns, new @Nullable Moments[rows.length], false, 0);
    }

    private ParameterTable(float[][] rows, int columns, @Nullable Moments[] moments, boolean inEightBits, long steps) {
        this.rows = rows;
        this.columns = columns;
        this.inEightBits = inEightBits;
        this.moments = moments;
        this.steps = steps;
    }

    /** A table of normally distributed numbers. */
    static ParameterTable normal(int rows, int columns, double deviation, Random random) {
        ParameterTable table = new ParameterTable(rows, columns);
        for (float[] row : table.rows) {
            for (int d = 0; d < columns; d++) {
                row[d] = (float) (deviation * random.nextGaussian());
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
     * Length of a row, entries that are not stored included.
     *
     * @return at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * Rows and columns.
     *
     * @return the shape
     */
    public TableShape shape() {
        return new TableShape(
                size(),
                columns,
                Arrays.stream(rows).mapToLong(row -> row.length).sum());
    }

    /**
     * One row, not a copy: writing to it changes the table.
     *
     * @param id row, from 0
     * @return {@code [columns]}, or the stored entries
     */
    public float[] row(int id) {
        return rows[id];
    }

    /**
     * All rows.
     *
     * @return {@code [rows][columns]}, or the stored entries; not copies
     */
    public float[][] rows() {
        return rows;
    }

    /**
     * Checks for NaN and infinite parameters.
     *
     * @return whether every number is finite
     */
    public boolean isFinite() {
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

    /**
     * An independent table.
     *
     * @return a copy in the same state, moments included
     */
    public ParameterTable copy() {
        float[][] copiedRows = Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
        @Nullable Moments[] copiedMoments = new @Nullable Moments[moments.length];
        for (int id = 0; id < moments.length; id++) {
            Moments own = moments[id];
            copiedMoments[id] = own == null ? null : own.copy();
        }
        return new ParameterTable(copiedRows, columns, copiedMoments, inEightBits, steps);
    }

    /**
     * The table rounded to {@link EightBits}, to be answered with and saved, not to be trained.
     *
     * @return a table of its own
     */
    public ParameterTable inEightBits() {
        float[][] rounded = Arrays.stream(rows).map(EightBits::rounded).toArray(float[][]::new);
        return new ParameterTable(rounded, columns, new @Nullable Moments[rows.length], true, 0);
    }

    /**
     * Whether an archive holds the table in 8 bits.
     *
     * @return true of what {@link #inEightBits()} returned
     */
    public boolean isInEightBits() {
        return inEightBits;
    }

    /**
     * The state from which training resumes: steps, rows, and the moments of the trained rows.
     *
     * @return little-endian; for {@link #restore}
     */
    public byte[] state() {
        ByteBuffer state =
                ByteBuffer.allocate(stateBytes(id -> moments[id] != null)).order(ByteOrder.LITTLE_ENDIAN);
        state.putLong(steps);
        for (Moments own : moments) {
            state.put((byte) (own == null ? 0 : 1));
        }
        for (int id = 0; id < rows.length; id++) {
            put(state, rows[id]);
            Moments own = moments[id];
            if (own != null) {
                put(state, own.first());
                put(state, own.second());
            }
        }
        return state.array();
    }

    private int stateBytes(IntPredicate isTrained) {
        long numbers = 0;
        for (int id = 0; id < rows.length; id++) {
            numbers += (isTrained.test(id) ? 3L : 1L) * rows[id].length;
        }
        return Math.toIntExact(Long.BYTES + size() + numbers * Float.BYTES);
    }

    private static void put(ByteBuffer state, float[] values) {
        for (float value : values) {
            state.putFloat(value);
        }
    }

    /**
     * Restores a state.
     *
     * @param bytes the {@link #state} of a table of this shape
     * @throws IllegalArgumentException if they are of another size; the table is as it was
     */
    public void restore(byte[] bytes) {
        ByteBuffer state = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        IntPredicate isTrained = id -> Long.BYTES + id < bytes.length && bytes[Long.BYTES + id] == 1;
        if (bytes.length != stateBytes(isTrained)) {
            throw new IllegalArgumentException("state of a table of " + shape() + " must have " + stateBytes(isTrained)
                    + " bytes but had " + bytes.length);
        }
        steps = state.getLong();
        state.position(Long.BYTES + size());
        for (int id = 0; id < rows.length; id++) {
            take(state, rows[id]);
            int length = rows[id].length;
            moments[id] = isTrained.test(id)
                    ? new Moments(take(state, new float[length]), take(state, new float[length]))
                    : null;
        }
    }

    private static float[] take(ByteBuffer state, float[] values) {
        for (int d = 0; d < values.length; d++) {
            values[d] = state.getFloat();
        }
        return values;
    }

    /**
     * Starts one step of lazy Adam, as DL4J computes it.
     *
     * @param gradient of the mean loss, for the rows that have one
     * @param adam step size, decay rates of the moments, and epsilon
     * @return the work, to be joined before the table is used again
     */
    public Work step(RowGradient gradient, AdamStep adam) {
        steps++;
        float rate = adam.correctedRate(steps);
        int chunks = (gradient.size() + CHUNK - 1) / CHUNK;
        return Threads.start(chunks, chunk -> {
            float[] buffer = new float[columns()];
            int end = Math.min(gradient.size(), (chunk + 1) * CHUNK);
            for (int slot = chunk * CHUNK; slot < end; slot++) {
                int id = gradient.id(slot);
                momentsOf(id).move(rows[id], gradient.row(slot, buffer), adam, rate);
            }
        });
    }

    private Moments momentsOf(int id) {
        Moments own = moments[id];
        if (own == null) {
            own = new Moments(new float[rows[id].length], new float[rows[id].length]);
            moments[id] = own;
        }
        return own;
    }
}
