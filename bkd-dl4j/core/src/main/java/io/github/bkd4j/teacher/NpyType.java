package io.github.bkd4j.teacher;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Optional;

/** The number types of an .npy file, by their NumPy names: {@code <f4} is little-endian with four bytes. */
enum NpyType {
    LITTLE_FLOAT("<f4", Float.BYTES),
    LITTLE_DOUBLE("<f8", Double.BYTES),
    BIG_FLOAT(">f4", Float.BYTES),
    BIG_DOUBLE(">f8", Double.BYTES);

    private final String description;
    private final int width;

    NpyType(String description, int width) {
        this.description = description;
        this.width = width;
    }

    static Optional<NpyType> of(String description) {
        for (NpyType type : values()) {
            if (type.description.equals(description)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String description() {
        return description;
    }

    /** Bytes per number. */
    int width() {
        return width;
    }

    /** Reads the next number, in single precision. */
    float read(DataInputStream in) throws IOException {
        return switch (this) {
            case LITTLE_FLOAT -> Float.intBitsToFloat(Integer.reverseBytes(in.readInt()));
            case LITTLE_DOUBLE -> (float) Double.longBitsToDouble(Long.reverseBytes(in.readLong()));
            case BIG_FLOAT -> in.readFloat();
            case BIG_DOUBLE -> (float) in.readDouble();
        };
    }
}
