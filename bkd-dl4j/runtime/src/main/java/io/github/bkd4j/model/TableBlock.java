package io.github.bkd4j.model;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.kernel.EightBits;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.TableShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A table in an archive, in single precision or in 8 bits: row after row the stored numbers, in 8 bits each row's scale
 * before them.
 *
 * @param name without its ending
 */
record TableBlock(String name) {

    List<String> names() {
        return List.of(exact(), inEightBits());
    }

    /** The name in single precision. */
    private String exact() {
        return name + ".f32";
    }

    /** The name in 8 bits. */
    private String inEightBits() {
        return name + ".q8";
    }

    void write(ParameterTable table, Map<String, byte[]> blocks) {
        if (table.isInEightBits()) {
            blocks.put(inEightBits(), bytes(table));
        } else {
            blocks.put(exact(), floats(table));
        }
    }

    private static byte[] floats(ParameterTable table) {
        FloatBuffer flat = FloatBuffer.allocate(Math.toIntExact(table.shape().size()));
        for (float[] row : table.rows()) {
            flat.put(row);
        }
        return FloatBlock.of(flat.array());
    }

    private static byte[] bytes(ParameterTable table) {
        ByteBuffer flat = ByteBuffer.allocate(Math.toIntExact(bytesInEightBits(table.shape())))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : table.rows()) {
            float scale = EightBits.scale(row);
            flat.putFloat(scale);
            for (float value : row) {
                flat.put(EightBits.of(value, scale));
            }
        }
        return flat.array();
    }

    private static long bytesInEightBits(TableShape shape) {
        return shape.size() + (long) Float.BYTES * shape.rows();
    }

    /** Fills a table of zeros, made once the archive is known to have so many numbers, whatever its JSON promises. */
    ParameterTable read(Archive archive, TableShape shape, Supplier<ParameterTable> zeros) {
        byte[] bytes = archive.find(inEightBits()).orElse(null);
        if (bytes == null) {
            FloatBuffer values = ModelArchive.sized(archive, exact(), shape.size());
            ParameterTable table = zeros.get();
            for (float[] row : table.rows()) {
                values.get(row);
            }
            return table;
        }
        ModelArchive.requireBytes(inEightBits(), bytes, bytesInEightBits(shape));
        ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ParameterTable table = zeros.get();
        for (float[] row : table.rows()) {
            float scale = values.getFloat();
            for (int i = 0; i < row.length; i++) {
                row[i] = values.get() * scale;
            }
        }
        return table.inEightBits();
    }
}
