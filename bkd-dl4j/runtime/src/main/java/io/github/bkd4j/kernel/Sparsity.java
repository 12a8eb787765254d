package io.github.bkd4j.kernel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import lombok.EqualsAndHashCode;

/** Which entries of a sparse table are stored: some columns of each row. Immutable. */
@EqualsAndHashCode
public final class Sparsity implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Length of a row, entries that are not stored included. */
    private final int columns;

    /** The stored columns of each row, ascending, [rows][stored entries]. */
    private final int[][] places;

    /**
     * Takes the stored columns of each row.
     *
     * @param columns length of a row, at least 1
     * @param places distinct columns from 0, ascending, {@code [rows][stored entries]}, at least one row, any of which
     *     may be empty; not copied
     * @throws IllegalArgumentException if there is no row, or the columns of one are outside the range or not ascending
     */
    public Sparsity(int columns, int[][] places) {
        if (columns < 1 || places.length < 1) {
            throw new IllegalArgumentException(
                    "a sparse table must have rows and columns but was [" + places.length + ", " + columns + "]");
        }
        for (int row = 0; row < places.length; row++) {
            int last = -1;
            for (int column : places[row]) {
                if (column <= last || column >= columns) {
                    throw new IllegalArgumentException("columns of row " + row + " must ascend from 0 to "
                            + (columns - 1) + " but were " + Arrays.toString(places[row]));
                }
                last = column;
            }
        }
        this.columns = columns;
        this.places = places;
    }

    /**
     * Number of rows.
     *
     * @return at least 1
     */
    public int rows() {
        return places.length;
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
     * The stored columns of a row.
     *
     * @param row from 0
     * @return ascending, shared
     */
    public int[] columnsOf(int row) {
        return places[row];
    }

    /**
     * Number of stored entries.
     *
     * @return at least 0
     */
    public long size() {
        return Arrays.stream(places).mapToLong(row -> row.length).sum();
    }

    /**
     * A table of zeros for the stored entries.
     *
     * @return the table
     */
    public ParameterTable zeros() {
        return new ParameterTable(
                IntStream.range(0, rows())
                        .mapToObj(row -> new float[places[row].length])
                        .toArray(float[][]::new),
                columns);
    }

    /**
     * The shape of a table of this sparsity.
     *
     * @return rows, columns, and the number of stored entries
     */
    public TableShape shape() {
        return new TableShape(rows(), columns, size());
    }

    /**
     * The weighted sums of the rows of a batch's tokens.
     *
     * @param table of this sparsity, as many rows as tokens have ids
     * @param tokens the batch
     * @return {@code [texts][columns]}
     */
    public float[][] sums(ParameterTable table, Tokens tokens) {
        float[][] sums = new float[tokens.texts()][columns];
        Matrices.parallel(sums.length, text -> {
            int[] slots = tokens.slots(text);
            float[] weights = tokens.weights(text);
            for (int token = 0; token < slots.length; token++) {
                int id = tokens.ids()[slots[token]];
                add(weights[token], table.row(id), places[id], sums[text]);
            }
        });
        return sums;
    }

    private static void add(float factor, float[] stored, int[] places, float[] to) {
        for (int i = 0; i < places.length; i++) {
            to[places[i]] = Math.fma(factor, stored[i], to[places[i]]);
        }
    }

    /**
     * The gradient of the stored entries.
     *
     * @param tokens the batch
     * @param epsilon derivative of the loss with respect to the {@link #sums}, {@code [texts][columns]}
     * @return of the rows of the batch's tokens
     */
    public RowGradient gradient(Tokens tokens, float[][] epsilon) {
        return new Stored(TokenGradient.ofBags(tokens, epsilon));
    }

    private final class Stored implements RowGradient {

        private final RowGradient ofAllColumns;

        Stored(RowGradient ofAllColumns) {
            this.ofAllColumns = ofAllColumns;
        }

        @Override
        public int size() {
            return ofAllColumns.size();
        }

        @Override
        public int id(int slot) {
            return ofAllColumns.id(slot);
        }

        @Override
        public float[] row(int slot, float[] buffer) {
            int[] own = places[id(slot)];
            if (own.length > 0) {
                ofAllColumns.row(slot, buffer);
            }
            for (int i = 0; i < own.length; i++) {
                buffer[i] = buffer[own[i]]; // own[i] is at least i
            }
            return buffer;
        }
    }

    @Override
    public String toString() {
        return shape().toString();
    }
}
