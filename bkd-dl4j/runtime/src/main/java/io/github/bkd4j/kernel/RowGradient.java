package io.github.bkd4j.kernel;

import org.jspecify.annotations.Nullable;

/** The gradient of a table, for the rows that have one. */
public interface RowGradient {

    /**
     * Number of rows that have a gradient.
     *
     * @return at least 0
     */
    int size();

    /**
     * The row of the table at a slot.
     *
     * @param slot 0 to {@link #size()} - 1
     * @return the row; no two slots have the same
     */
    int id(int slot);

    /**
     * The gradient of a row. May be called on several threads.
     *
     * @param slot 0 to {@link #size()} - 1
     * @param buffer to write to if need be, {@code [columns]}
     * @return {@code [columns]}, the buffer or another array; of a row that stores only some entries, these come first;
     *     not to be written to
     */
    float[] row(int slot, float[] buffer);

    /**
     * A gradient of every row.
     *
     * @param rows {@code [rows][columns]}, not copied
     * @return the gradient
     */
    static RowGradient dense(float[][] rows) {
        return sparse(null, rows);
    }

    /**
     * A gradient of some rows.
     *
     * @param ids distinct rows of the table, {@code [slots]}, not copied; null for 0, 1, 2 ...
     * @param rows {@code [slots][columns]}, not copied
     * @return the gradient
     */
    static RowGradient sparse(int @Nullable [] ids, float[][] rows) {
        return new RowGradient() {
            @Override
            public int size() {
                return rows.length;
            }

            @Override
            public int id(int slot) {
                return ids == null ? slot : ids[slot];
            }

            @Override
            public float[] row(int slot, float[] buffer) {
                return rows[slot];
            }
        };
    }
}
