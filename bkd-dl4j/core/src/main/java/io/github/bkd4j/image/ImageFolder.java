package io.github.bkd4j.image;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder that has one sub-folder per class, named after its label, with one image file (JPEG, PNG, GIF, BMP)
 * per instance, of at most 2,097,152 pixels. Hidden entries, and files outside the sub-folders, are ignored. Grey
 * images have one channel, all others three.
 */
@Slf4j
public final class ImageFolder {

    private static final int NAMED = 3; // unreadable files listed in the warning
    private static final int MOST_PIXELS = 1 << 21;

    private final Path folder;
    private final boolean strict;
    private final List<Labeled<Image>> rows = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();
    private @Nullable Path firstFile;

    private ImageFolder(Path folder, boolean strict) {
        this.folder = folder;
        this.strict = strict;
    }

    /**
     * Reads all images and skips files that cannot be read as images; a warning counts them and lists the first three.
     *
     * @param folder to read
     * @return a corpus ordered by sub-folder name, then by file name
     * @throws CorpusException if the folder does not exist or has no image, or an image differs from the first in size
     *     or channels
     */
    public static Corpus<Image> read(Path folder) {
        return new ImageFolder(folder, false).read();
    }

    /**
     * Reads all images and refuses files that cannot be read as images.
     *
     * @param folder to read
     * @return a corpus ordered by sub-folder name, then by file name
     * @throws CorpusException as {@link #read} does, or if a file cannot be read as an image
     */
    public static Corpus<Image> readStrictly(Path folder) {
        return new ImageFolder(folder, true).read();
    }

    private Corpus<Image> read() {
        if (!Files.isDirectory(folder)) {
            throw new CorpusException(folder + ": no such folder");
        }
        for (Path sub : entries(folder)) {
            if (Files.isDirectory(sub)) {
                entries(sub).forEach(file -> add(file, name(sub).strip()));
            }
        }
        warn();
        if (rows.isEmpty()) {
            throw new CorpusException(folder + ": must have a sub-folder of images for each class but had "
                    + unreadable.size() + " files in sub-folders, none of them an image");
        }
        return Corpus.of(rows);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted(Comparator.comparing(ImageFolder::name))
                    .toList();
        } catch (IOException e) {
            throw new CorpusException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void add(Path file, String label) {
        BufferedImage picture = picture(file);
        if (picture == null) {
            if (strict) {
                throw new CorpusException(file + ": must be an image but cannot be read as one");
            }
            unreadable.add(file);
            return;
        }
        Image image = image(picture);
        if (firstFile == null) {
            firstFile = file;
        } else if (!image.isLike(rows.get(0).instance())) {
            throw new CorpusException(file + ": must be " + rows.get(0).instance() + " = [channels, height, width], as "
                    + firstFile + ", but was " + image);
        }
        rows.add(new Labeled<>(image, label));
    }

    /** Null if the file cannot be read. The size in the file's header is checked before memory is allocated for it. */
    private static @Nullable BufferedImage picture(Path file) {
        try (ImageInputStream bytes =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            return readers.hasNext() ? picture(readers.next(), bytes) : null;
        } catch (IOException | RuntimeException e) { // on a damaged file, some readers throw unchecked exceptions
            return null;
        }
    }

    private static @Nullable BufferedImage picture(ImageReader reader, ImageInputStream bytes) throws IOException {
        try {
            reader.setInput(bytes, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS ? reader.read(0) : null;
        } finally {
            reader.dispose();
        }
    }

    private static Image image(BufferedImage picture) {
        int channels = picture.getColorModel().getNumComponents() == 1 ? 1 : 3;
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] colours = picture.getRGB(0, 0, width, height, null, 0, width);
        byte[] pixels = new byte[channels * height * width];
        for (int i = 0; i < colours.length; i++) {
            if (channels == 1) {
                pixels[i] = (byte) picture.getRaster().getSample(i % width, i / width, 0);
            } else {
                for (int c = 0; c < channels; c++) {
                    pixels[c * colours.length + i] = (byte) (colours[i] >> (8 * (2 - c)));
                }
            }
        }
        return new Image(channels, height, width, pixels);
    }

    private void warn() {
        if (!unreadable.isEmpty()) {
            log.warn(
                    "{}: {} of {} files cannot be read as images and are left out: {}{}",
                    folder,
                    unreadable.size(),
                    unreadable.size() + rows.size(),
                    String.join(
                            ", ",
                            unreadable.stream().limit(NAMED).map(Path::toString).toList()),
                    unreadable.size() > NAMED ? ", ..." : "");
        }
    }
}
