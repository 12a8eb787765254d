package io.github.bkd4j.loss;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A matrix in ND4J's memory, read row by row in doubles: a batch of rows as a whole, copied to Java's memory and
 * widened, costs more than the loss itself, for it does not stay in the cache.
 */
sealed interface Matrix {

    /** Reads from the array's own memory where that is in row order, from a copy otherwise. */
    static Matrix of(INDArray array) {
        return array.dataType() == DataType.DOUBLE
                ? new OfDoubles(Doubles.inOrder(array))
                : new OfFloats(Doubles.inOrder(array.castTo(DataType.FLOAT)));
    }

    /** Reads a row, its first columns into one array and those that follow into the other. */
    void read(int row, double[] head, double[] tail);

    /** In double. */
    final class OfDoubles implements Matrix {

        private final DoubleBuffer memory;
        private final int columns;

        OfDoubles(INDArray array) {
            this.memory = array.data().asNioDouble();
            this.columns = array.columns();
        }

        @Override
        public void read(int row, double[] head, double[] tail) {
            memory.get(row * columns, head);
            memory.get(row * columns + head.length, tail);
        }
    }

    /** In float. */
    final class OfFloats implements Matrix {

        private final FloatBuffer memory;
        private final int columns;
        private final float[] narrow; // [columns], one row

        OfFloats(INDArray array) {
            this.memory = array.data().asNioFloat();
            this.columns = array.columns();
            this.narrow = new float[columns];
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
    }
}
