package io.github.bkd4j.network;

import java.util.Arrays;

/** The gradient of an embedding table, for the rows of one batch alone. Reused from batch to batch. */
final class SparseGradient {

    private final int[] slots; // [table rows]: slot + 1 of each row that has a gradient, else 0
    private int[] ids = new int[256];
    private float[][] rows; // [slots][dimension]
    private int size;

    SparseGradient(int tableRows, int dimension) {
        slots = new int[tableRows];
        rows = new float[ids.length][dimension];
    }

    void clear() {
        for (int slot = 0; slot < size; slot++) {
            slots[ids[slot]] = 0;
            Arrays.fill(rows[slot], 0);
        }
        size = 0;
    }

    /** Number of rows that have a gradient. */
    int size() {
        return size;
    }

    /** Which row of the table a slot belongs to. */
    int id(int slot) {
        return ids[slot];
    }

    /** The gradient in a slot, [dimension]. */
    float[] row(int slot) {
        return rows[slot];
    }

    /** The gradient of a row of the table, to be added to, [dimension]. */
    float[] of(int id) {
        if (slots[id] == 0) {
            grow();
            ids[size++] = id;
            slots[id] = size;
        }
        return rows[slots[id] - 1];
    }

    private void grow() {
        if (size == ids.length) {
            int dimension = rows[0].length;
            ids = Arrays.copyOf(ids, 2 * size);
            rows = Arrays.copyOf(rows, 2 * size);
            for (int slot = size; slot < rows.length; slot++) {
                rows[slot] = new float[dimension];
            }
        }
    }
}
