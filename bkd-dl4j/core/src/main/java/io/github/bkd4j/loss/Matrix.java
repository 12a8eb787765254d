package io.github.bkd4j.loss;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix in ND4J's memory, read and written row by row in doubles: a batch of rows as a whole, copied to Java's
 * memory and widened, costs more than the loss itself, for it does not stay in the cache.
 */
sealed interface Matrix {

    /** A matrix to read. */
    static Matrix of(INDArray array) {
        return array.dataType() == DataType.DOUBLE
                ? new OfDoubles(Doubles.inOrder(array))
                : new OfFloats(Doubles.inOrder(array.castTo(DataType.FLOAT)));
    }

    /** A matrix of zeros to write, in float unless the type is double. */
    static Matrix zeros(DataType type, long rows, long columns) {
        return of(Nd4j.create(type == DataType.DOUBLE ? type : DataType.FLOAT, rows, columns));
    }

    /** The matrix itself. */
    INDArray array();

    /** Reads a row, its first columns into one array and those that follow into the other. */
    void read(int row, double[] head, double[] tail);

    /** Writes a row, [columns]. */
    void write(int row, double[] values);

    /** In double. */
    final class OfDoubles implements Matrix {

        private final INDArray array;
        private final DoubleBuffer memory;

        OfDoubles(INDArray array) {
            this.array = array;
            this.memory = array.data().asNioDouble();
        }

        @Override
        public INDArray array() {
            return array;
        }

        @Override
        public void read(int row, double[] head, double[] tail) {
            int start = row * array.columns();
            memory.get(start, head);
            memory.get(start + head.length, tail);
        }

        @Override
        public void write(int row, double[] values) {
            memory.put(row * values.length, values);
        }
    }

    /** In float. */
    final class OfFloats implements Matrix {

        private final INDArray array;
        private final FloatBuffer memory;
        private final int columns;
        private final float[] narrow; // [columns], one row

        OfFloats(INDArray array) {
            this.array = array;
            this.memory = array.data().asNioFloat();
            this.columns = array.columns();
            this.narrow = new float[columns];
        }

        @Override
        public INDArray array() {
            return array;
        }

        @Override
        public void read(int row, double[] head, double[] tail) {
            memory.get(row * columns, narrow, 0, head.length + tail.length);
            for (int c = 0; c < head.length; c++) {
                head[c] = narrow[c];
            }
            for (int c = 0; c < tail.length; c++) {
                tail[c] = narrow[head.length + c];
            }
        }

        @Override
        public void write(int row, double[] values) {
            for (int c = 0; c < values.length; c++) {
                narrow[c] = (float) values[c];
            }
            memory.put(row * columns, narrow);
        }
    }
}
