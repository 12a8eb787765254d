package io.github.bkd4j.input;

import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/** One vector per instance, of shape {@link InputShape.Vector}. The rows are shared, not copied: do not change them. */
public final class DenseInputs implements Inputs {

    private final float[][] rows; // [instances, size]

    /**
     * Wraps rows without copying them.
     *
     * @param rows {@code [instances, size]}
     * @throws IllegalArgumentException if the rows differ in width
     */
    public DenseInputs(float[][] rows) {
        for (int row = 1; row < rows.length; row++) {
            if (rows[row].length != rows[0].length) {
                throw new IllegalArgumentException("rows must be [" + rows.length + ", " + rows[0].length + "] but row "
                        + row + " had " + rows[row].length + " columns");
            }
        }
        this.rows = rows;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int length(int row) {
        return 1;
    }

    @Override
    public Features features(int... positions) {
        float[][] batch = new float[positions.length][]; // [batch, size]
        for (int i = 0; i < batch.length; i++) {
            batch[i] = rows[positions[i]];
        }
        return new Features(List.of(Nd4j.create(batch)), List.of());
    }
}
