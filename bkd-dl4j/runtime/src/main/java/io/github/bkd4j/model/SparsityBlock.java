package io.github.bkd4j.model;

import io.github.bkd4j.kernel.Sparsity;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The stored columns of a sparse table in an archive: for each row their number, then for each the distance from the
 * one before it (from -1 for the first). Numbers take 7 bits per byte, the lowest first, and the last byte of each is
 * below 128.
 */
final class SparsityBlock {

    static final String NAME = "wide/classes";

    private static final int BITS = 7;
    private static final int LAST = 1 << BITS; // bytes below it end a number

    private SparsityBlock() {}

    static byte[] write(Sparsity sparsity) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int row = 0; row < sparsity.rows(); row++) {
            int[] columns = sparsity.columnsOf(row);
            put(bytes, columns.length);
            int last = -1;
            for (int column : columns) {
                put(bytes, column - last);
                last = column;
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, int number) {
        int rest = number;
        for (; rest >= LAST; rest >>>= BITS) {
            bytes.write(rest | LAST);
        }
        bytes.write(rest);
    }

    static Sparsity read(byte[] block, int rows, int columns) {
        require(rows <= block.length); // before memory is taken
        ByteBuffer bytes = ByteBuffer.wrap(block);
        int[][] read = new int[rows][];
        try {
            for (int row = 0; row < rows; row++) {
                int count = number(bytes);
                require(count <= columns);
                read[row] = new int[count];
                int last = -1;
                for (int i = 0; i < count; i++) {
                    last += number(bytes);
                    read[row][i] = last;
                }
            }
        } catch (BufferUnderflowException e) {
            require(false);
        }
        require(!bytes.hasRemaining());
        return new Sparsity(columns, read);
    }

    private static int number(ByteBuffer bytes) {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE - BITS; shift += BITS) {
            int next = bytes.get() & 0xFF;
            number |= (next & (LAST - 1)) << shift;
            if (next < LAST) {
                return number;
            }
        }
        throw new BufferUnderflowException();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(NAME + " must list the classes of each token but did not");
        }
    }
}
