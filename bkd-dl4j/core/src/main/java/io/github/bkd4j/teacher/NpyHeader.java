package io.github.bkd4j.teacher;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an .npy file. Anything but a table of floating-point numbers is refused.
 *
 * @param type of the numbers
 * @param fortranOrder whether the table is stored column by column
 * @param rows at least 0
 * @param columns at least 1
 * @param data number of bytes after the header
 */
record NpyHeader(NpyType type, boolean fortranOrder, long rows, long columns, long data) {

    private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern TYPE = entry("descr", "'?([^',}\\s]*)'?");
    private static final Pattern ORDER = entry("fortran_order", "(True|False)");
    private static final Pattern SHAPE = entry("shape", "\\(([\\d, ]*)\\)");
    private static final int LARGEST_HEADER = 65_535; // bytes
    private static final Pattern DIMENSION = Pattern.compile("\\d{1,18}");
    private static final int MOST_DIMENSIONS = 32; // NumPy's limit
    private static final int LARGEST_DIMENSION = Integer.MAX_VALUE - 8; // the longest Java array
    private static final int QUOTED = 80; // characters of a malformed header in messages

    private static Pattern entry(String key, String value) {
        return Pattern.compile("'" + key + "'\\s*:\\s*" + value);
    }

    /** Reads the header, up to the first number. */
    static NpyHeader read(DataInputStream in, Path file, long fileSize) throws IOException {
        requireMagic(in, file);
        int major = in.readUnsignedByte();
        int minor = in.readUnsignedByte();
        if (major < 1 || major > 3 || minor != 0) {
            throw new LogitsException(
                    file + ": must be of .npy version 1.0, 2.0 or 3.0 but was of " + major + "." + minor);
        }
        long size = major == 1
                ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        long data = fileSize - size - MAGIC.length - (major == 1 ? 4 : 6);
        if (data < 0 || size > LARGEST_HEADER) {
            throw new LogitsException(file + ": must have a header of at most " + LARGEST_HEADER
                    + " bytes inside the file but had one of " + size);
        }
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return parse(new String(in.readNBytes((int) size), charset).strip(), file, data);
    }

    private static void requireMagic(DataInputStream in, Path file) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw new LogitsException(file + ": must be an .npy file but was not");
        }
    }

    private static NpyHeader parse(String header, Path file, long data) {
        NpyType type = type(found(TYPE, header, file), file);
        boolean fortranOrder = found(ORDER, header, file).equals("True");
        long[] shape = shape(found(SHAPE, header, file), file);
        requireData(type, shape, data, file);
        requireArrays(shape, file);
        return new NpyHeader(type, fortranOrder, shape[0], shape[1], data);
    }

    private static String found(Pattern entry, String header, Path file) {
        Matcher matcher = entry.matcher(header);
        if (!matcher.find()) {
            throw new LogitsException(file
                    + ": must have a header like {'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), } but had "
                    + header.substring(0, Math.min(QUOTED, header.length())).replaceAll("\\s+", " "));
        }
        return matcher.group(1);
    }

    private static NpyType type(String description, Path file) {
        return NpyType.of(description)
                .orElseThrow(() ->
                        new LogitsException(file + ": must have type <f4, <f8, >f4 or >f8 but had " + description));
    }

    private static long[] shape(String dimensions, Path file) {
        long[] shape = Arrays.stream(dimensions.split(",", MOST_DIMENSIONS))
                .map(String::strip)
                .filter(dimension -> !dimension.isEmpty())
                .mapToLong(NpyHeader::dimension)
                .toArray();
        if (shape.length != 2 || shape[1] == 0 || Arrays.stream(shape).anyMatch(n -> n < 0)) {
            throw new LogitsException(
                    file + ": must have shape [instances, classes] but had " + Arrays.toString(shape));
        }
        return shape;
    }

    /** An empty table can claim any size in its other dimension. */
    private static void requireArrays(long[] shape, Path file) {
        if (Math.max(shape[0], shape[1]) > LARGEST_DIMENSION) {
            throw new LogitsException(file + ": must have at most " + LARGEST_DIMENSION
                    + " instances and classes but had " + Arrays.toString(shape));
        }
    }

    /** Parses a dimension; -1 if it is malformed. */
    private static long dimension(String digits) {
        return DIMENSION.matcher(digits).matches() ? Long.parseLong(digits) : -1;
    }

    // By division, because the product of a huge shape overflows.
    private static void requireData(NpyType type, long[] shape, long data, Path file) {
        long numbers = data / type.width();
        if (data % type.width() != 0 || numbers / shape[1] != shape[0] || numbers % shape[1] != 0) {
            throw new LogitsException(file + ": must have the data of shape " + Arrays.toString(shape) + " and type "
                    + type.description() + " but had " + data + " bytes of data");
        }
    }
}
