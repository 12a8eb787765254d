package io.github.bkd4j.teacher;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** .npy files by bytes, right and wrong ones. */
final class Npy {

    private Npy() {}

    static byte[] file(int major, String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1));
        out.write(major);
        out.write(0);
        int lengthBytes = major == 1 ? 2 : 4;
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(text.length)
                .array();
        out.write(length, 0, lengthBytes);
        out.writeBytes(text);
        out.writeBytes(data);
        return out.toByteArray();
    }

    static String header(String type, boolean fortranOrder, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': " + shape
                + ", }\n";
    }

    /** A table of version 1.0, in any of the types. */
    static byte[] table(String type, boolean fortranOrder, float[][] rows) {
        String shape = "(" + rows.length + ", " + rows[0].length + ")";
        return file(1, header(type, fortranOrder, shape), data(type, fortranOrder, rows));
    }

    static byte[] data(String type, boolean fortranOrder, float[][] rows) {
        int lines = fortranOrder ? rows[0].length : rows.length;
        int length = fortranOrder ? rows.length : rows[0].length;
        ByteBuffer data = ByteBuffer.allocate(lines * length * Character.digit(type.charAt(2), 10))
                .order(type.startsWith("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                put(data, type, fortranOrder ? rows[i][line] : rows[line][i]);
            }
        }
        return data.array();
    }

    private static void put(ByteBuffer data, String type, float value) {
        if (type.endsWith("8")) {
            data.putDouble(value);
        } else {
            data.putFloat(value);
        }
    }
}
