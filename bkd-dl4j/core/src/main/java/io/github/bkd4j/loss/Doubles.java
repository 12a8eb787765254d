package io.github.bkd4j.loss;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

/** The way between ND4J's arrays and Java's, in bulk: element by element it costs more than the loss itself. */
final class Doubles {

    private Doubles() {}

    /** The elements in row order. */
    static double[] of(INDArray array) {
        int length = Math.toIntExact(array.length());
        if (array.dataType() == DataType.DOUBLE) {
            double[] values = new double[length];
            DoubleBuffer buffer = inOrder(array).data().asNioDouble();
            buffer.get(values);
            return values;
        }
        float[] floats = new float[length];
        FloatBuffer buffer = inOrder(array.castTo(DataType.FLOAT)).data().asNioFloat();
        buffer.get(floats);
        return of(floats);
    }

    static double[] of(float[] floats) {
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }

    static float[] rounded(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The array itself where its memory holds it and nothing else, in row order; a copy otherwise. */
    static INDArray inOrder(INDArray array) {
        boolean own = array.ordering() == 'c' && !array.isView() && Shape.hasDefaultStridesForShape(array);
        return own ? array : array.dup('c');
    }

    /** An array of a given type. */
    static INDArray array(double[] values, DataType type, long... shape) {
        if (type == DataType.DOUBLE) {
            return Nd4j.create(values, shape, 'c');
        }
        return Nd4j.create(rounded(values), shape, 'c').castTo(type);
    }
}
