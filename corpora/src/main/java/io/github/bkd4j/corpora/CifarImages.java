package io.github.bkd4j.corpora;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageFolder;
import io.github.bkd4j.io.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads CIFAR-10 and CIFAR-100 (Krizhevsky 2009) from files that you have downloaded: the binary files, or folders
 * {@code train} and {@code test} of images with one sub-folder per class. Both are balanced; {@link Corpus#cut} makes a
 * long tail, in the class order of the published cuts, where the first class is the largest too.
 */
public final class CifarImages {

    private static final int SIDE = 32;
    private static final int CHANNELS = 3;
    private static final int PIXELS = CHANNELS * SIDE * SIDE;

    private final Path folder;
    private final List<String> labels;
    private final int labelBytes; // before the pixels of an image; the last is the label

    private CifarImages(Path folder, String names, int labelBytes) {
        this.folder = folder;
        this.labels = names(folder.resolve(names));
        this.labelBytes = labelBytes;
    }

    /**
     * Reads a folder: {@code data_batch_1.bin} to {@code data_batch_5.bin} and {@code test_batch.bin} with
     * {@code batches.meta.txt} (CIFAR-10); {@code train.bin} and {@code test.bin} with {@code fine_label_names.txt}
     * (CIFAR-100, fine labels); or {@code train} and {@code test} with images.
     *
     * @param folder to read
     * @return training and test images {@code [3, 32, 32]}; from folders, of the size of the image files
     * @throws CorpusException if the folder has none of these, or a file cannot be read or is truncated
     */
    public static Splits<Image> read(Path folder) {
        if (Files.exists(folder.resolve("data_batch_1.bin"))) {
            CifarImages cifar = new CifarImages(folder, "batches.meta.txt", 1);
            return cifar.splits(
                    List.of(
                            "data_batch_1.bin",
                            "data_batch_2.bin",
                            "data_batch_3.bin",
                            "data_batch_4.bin",
                            "data_batch_5.bin"),
                    "test_batch.bin");
        }
        if (Files.exists(folder.resolve("train.bin"))) {
            return new CifarImages(folder, "fine_label_names.txt", 2).splits(List.of("train.bin"), "test.bin");
        }
        if (Files.isDirectory(folder.resolve("train"))) {
            return Splits.of(ImageFolder.read(folder.resolve("train")), ImageFolder.read(folder.resolve("test")));
        }
        throw new CorpusException(
                folder + ": must have data_batch_1.bin (CIFAR-10), train.bin (CIFAR-100) or folders train and test of"
                        + " images but had none");
    }

    private Splits<Image> splits(List<String> training, String test) {
        List<Labeled<Image>> rows = new ArrayList<>();
        training.forEach(file -> rows.addAll(images(folder.resolve(file))));
        return Splits.of(Corpus.of(rows), Corpus.of(images(folder.resolve(test))));
    }

    private static List<String> names(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Labeled<>(line, line).label())
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new CorpusException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CorpusException(file + ": cannot be read", e);
        }
    }

    private List<Labeled<Image>> images(Path file) {
        byte[] bytes = bytes(file);
        int record = labelBytes + PIXELS;
        if (bytes.length == 0 || bytes.length % record != 0) {
            throw new CorpusException(
                    file + ": must be records of " + record + " bytes but was " + bytes.length + " bytes");
        }
        List<Labeled<Image>> rows = new ArrayList<>();
        for (int start = 0; start < bytes.length; start += record) {
            int pixels = start + labelBytes;
            byte[] image = Arrays.copyOfRange(bytes, pixels, pixels + PIXELS);
            rows.add(new Labeled<>(
                    new Image(CHANNELS, SIDE, SIDE, image), label(file, start / record, bytes[pixels - 1])));
        }
        return rows;
    }

    private String label(Path file, int image, byte number) {
        if (number < 0 || number >= labels.size()) {
            throw new CorpusException(file + ": label of image " + (image + 1) + " must be 0 to " + (labels.size() - 1)
                    + " but was " + Byte.toUnsignedInt(number));
        }
        return labels.get(number);
    }

    /** The contents of a file, decompressed if its name ends in .gz. */
    static byte[] bytes(Path file) {
        try (InputStream in = PlainFile.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new CorpusException(file + ": cannot be read", e);
        }
    }
}
