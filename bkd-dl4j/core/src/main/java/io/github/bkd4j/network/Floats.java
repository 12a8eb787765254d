package io.github.bkd4j.network;

import io.github.bkd4j.backend.Backend;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** Copies numbers between ND4J's memory and Java arrays. */
final class Floats {

    private Floats() {}

    /** The elements in row-major order. */
    static float[] of(INDArray array) {
        INDArray inOrder =
                array.dataType() == DataType.FLOAT && array.ordering() == 'c' && Shape.hasDefaultStridesForShape(array)
                        ? array
                        : array.castTo(DataType.FLOAT).dup('c');
        if (Backend.running() == Backend.CPU) {
            float[] values = new float[(int) inOrder.length()];
            new FloatPointer(inOrder.data().addressPointer()).get(values);
            return values;
        }
        return inOrder.dup('c').data().asFloat();
    }

    /** The rows of a matrix, each number multiplied by {@code factor}. */
    static float[][] rows(INDArray matrix, float factor) {
        float[] values = of(matrix);
        int columns = (int) matrix.size(1);
        float[][] rows = new float[(int) matrix.size(0)][columns];
        for (int n = 0; n < rows.length; n++) {
            for (int i = 0; i < columns; i++) {
                rows[n][i] = factor * values[n * columns + i];
            }
        }
        return rows;
    }

    /** A matrix from its rows. */
    static INDArray array(float[][] rows) {
        int columns = rows[0].length;
        float[] values = new float[rows.length * columns];
        for (int n = 0; n < rows.length; n++) {
            System.arraycopy(rows[n], 0, values, n * columns, columns);
        }
        return Nd4j.create(values, new int[] {rows.length, columns}, 'c');
    }
}
