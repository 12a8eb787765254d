package io.github.bkd4j.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Numbers in an archive: IEEE 754 single precision, little-endian, one after the other. */
public final class FloatBlock {

    private FloatBlock() {}

    /**
     * Encodes numbers.
     *
     * @param values {@code [n]}
     * @return {@code [4 n]}
     */
    public static byte[] of(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /**
     * Decodes numbers.
     *
     * @param bytes {@code [4 n]}; left-over bytes are ignored
     * @return a view of {@code n} numbers
     */
    public static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
