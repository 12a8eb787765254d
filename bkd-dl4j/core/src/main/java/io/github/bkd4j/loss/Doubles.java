package io.github.bkd4j.loss;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The way between ND4J's arrays and Java's, in bulk: element by element it costs more than the loss itself. */
final class Doubles {

    private Doubles() {}

    /** The elements in row order. */
    static double[] of(INDArray array) {
        double[] values = new double[Math.toIntExact(array.length())];
        if (array.dataType() == DataType.DOUBLE) {
            DoubleBuffer buffer = array.dup('c').data().asNioDouble();
            buffer.get(values);
        } else {
            FloatBuffer buffer = array.castTo(DataType.FLOAT).dup('c').data().asNioFloat();
            for (int i = 0; i < values.length; i++) {
                values[i] = buffer.get(i);
            }
        }
        return values;
    }

    /** An array of a given type. */
    static INDArray array(double[] values, DataType type, long... shape) {
        if (type == DataType.DOUBLE) {
            return Nd4j.create(values, shape, 'c');
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return Nd4j.create(floats, shape, 'c').castTo(type);
    }
}
