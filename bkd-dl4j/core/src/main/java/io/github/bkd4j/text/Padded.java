package io.github.bkd4j.text;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Rows of different length on their way into one array, padded with 0. Token ids are exact in float up to 2^24. */
final class Padded {

    private final int rows;
    private final int width;
    private final float[] values; // [rows * width]

    Padded(int rows, int width) {
        this.rows = rows;
        this.width = width;
        this.values = new float[rows * width];
    }

    int width() {
        return width;
    }

    void set(int row, int position, float value) {
        values[row * width + position] = value;
    }

    /** The rows as an array [rows, width]. */
    INDArray array() {
        return Nd4j.create(values, new int[] {rows, width}, 'c');
    }
}
