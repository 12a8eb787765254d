package io.github.bkd4j.teacher;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tables of floating-point numbers in NumPy's format (NEP 1): versions 1.0 to 3.0, row-major or column-major, either
 * byte order.
 */
final class NpyFile {

    private static final int ALIGNMENT = 64; // of the data, in bytes
    private static final int PREAMBLE = 10; // bytes of version 1.0 before its header

    private NpyFile() {}

    /**
     * Reads a table in single precision, {@code [rows, columns]}. Allocates no more than the file holds, whatever its
     * header claims.
     */
    static float[][] read(Path file) {
        if (Files.isDirectory(file)) {
            throw new LogitsException(file + ": must be a .npy file but was a folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new LogitsException(file + ": no such file");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            NpyHeader header = NpyHeader.read(in, file, Files.size(file));
            int rows = Math.toIntExact(header.rows());
            int columns = Math.toIntExact(header.columns());
            return header.fortranOrder() && rows > 0
                    ? transposed(lines(in, header.type(), columns, rows), rows)
                    : lines(in, header.type(), rows, columns);
        } catch (EOFException e) {
            throw new LogitsException(file + ": must be a whole .npy file but was cut off", e);
        } catch (IOException e) {
            throw new LogitsException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static float[][] lines(DataInputStream in, NpyType type, int lines, int length) throws IOException {
        float[][] values = new float[lines][length];
        for (float[] line : values) {
            for (int i = 0; i < length; i++) {
                line[i] = type.read(in);
            }
        }
        return values;
    }

    private static float[][] transposed(float[][] columns, int rows) {
        float[][] values = new float[rows][columns.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.length; column++) {
                values[row][column] = columns[column][row];
            }
        }
        return values;
    }

    /** Writes rows of equal width in single precision, little-endian and row-major, as NumPy does. */
    static void write(OutputStream out, float[][] rows, int columns) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        byte[] header = header(rows.length, columns);
        data.write("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        data.writeShort(Short.reverseBytes((short) header.length));
        data.write(header);
        for (float[] row : rows) {
            for (float value : row) {
                data.writeInt(Integer.reverseBytes(Float.floatToIntBits(value)));
            }
        }
        data.flush();
    }

    private static byte[] header(int rows, int columns) {
        String entries = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int unpadded = PREAMBLE + entries.length() + 1;
        String padding = " ".repeat(Math.floorMod(-unpadded, ALIGNMENT));
        return (entries + padding + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
