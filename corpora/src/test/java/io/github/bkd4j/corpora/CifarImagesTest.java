package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarImagesTest {

    private static final int PIXELS = 3 * 32 * 32;

    @TempDir
    private Path folder;

    /** An image a label, each with its position as its pixels. */
    private void write(String name, int... labels) throws IOException {
        int before = name.startsWith("t") && !name.contains("batch") ? 2 : 1; // CIFAR-100 has a coarse label too
        byte[] bytes = new byte[labels.length * (before + PIXELS)];
        for (int i = 0; i < labels.length; i++) {
            int start = i * (before + PIXELS);
            bytes[start] = 9;
            bytes[start + before - 1] = (byte) labels[i];
            Arrays.fill(bytes, start + before, start + before + PIXELS, (byte) i);
        }
        Files.write(folder.resolve(name), bytes);
    }

    private void writeCifar10() throws IOException {
        for (int batch = 1; batch <= 5; batch++) {
            write("data_batch_" + batch + ".bin", 0, 1);
        }
        write("test_batch.bin", 1);
        Files.writeString(folder.resolve("batches.meta.txt"), "airplane\nautomobile\n\n");
    }

    @Test
    void cifar10IsRead() throws IOException {
        writeCifar10();
        Splits<Image> cifar = CifarImages.read(folder);
        assertThat(cifar.train().size()).isEqualTo(10);
        assertThat(cifar.train().labels()).containsExactly("airplane", "automobile");
        assertThat(cifar.train().classes()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        assertThat(cifar.train().instances().get(1).at(2, 31, 31)).isEqualTo(1);
        assertThat(cifar.test().labels()).containsExactly("automobile");
    }

    @Test
    void cifar100HasItsFineLabels() throws IOException {
        write("train.bin", 0, 1, 1);
        write("test.bin", 0);
        Files.writeString(folder.resolve("fine_label_names.txt"), "apple\naquarium_fish\n");
        assertThat(CifarImages.read(folder).train().counts().counts()).containsExactly(1L, 2L);
    }

    @Test
    void damageIsNamed() throws IOException {
        writeCifar10();
        Path file = folder.resolve("data_batch_3.bin");
        Files.write(file, new byte[100]);
        assertThatThrownBy(() -> CifarImages.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": must be records of 3073 bytes but was 100 bytes");
        write("data_batch_3.bin", 0, 7);
        assertThatThrownBy(() -> CifarImages.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": label of image 2 must be 0 to 1 but was 7");
        Files.delete(file);
        assertThatThrownBy(() -> CifarImages.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": cannot be read");
    }

    @Test
    void aNameOfTwoLinesIsRefused() throws IOException {
        writeCifar10();
        Path names = folder.resolve("batches.meta.txt");
        Files.writeString(names, "air\fplane\nautomobile\n");
        assertThatThrownBy(() -> CifarImages.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(names + ": label must be one line without tabs but was 'air plane'");
    }

    @Test
    void aFolderOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> CifarImages.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(
                        folder + ": must have data_batch_1.bin (CIFAR-10), train.bin (CIFAR-100) or folders train and"
                                + " test of images but had none");
    }

    /** The published profile of CIFAR-10-LT at factor 100. */
    @Test
    @Tag("slow")
    void theRealImagesAreCutAsPublished() throws IOException, InterruptedException {
        Path archives = Path.of(System.getProperty("bkd.shared", ""), "data", "vision");
        assumeTrue(Files.exists(archives.resolve("cifar10-train.tar.xz")), "no CIFAR-10 at " + archives);
        for (String archive : new String[] {"cifar10-train.tar.xz", "cifar10-test.tar.gz"}) {
            Process tar = new ProcessBuilder(
                            "tar", "xf", archives.resolve(archive).toString())
                    .directory(folder.toFile())
                    .start();
            assertThat(tar.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(tar.exitValue()).isZero();
        }
        Splits<Image> cifar = CifarImages.read(folder);
        Corpus<Image> training = cifar.train().cut(LongTail.exponential(100), 1);
        assertThat(cifar.train().size()).isEqualTo(50_000);
        assertThat(cifar.test().counts().counts()).containsOnly(1000L);
        assertThat(training.counts().counts())
                .containsExactly(5000L, 2997L, 1796L, 1077L, 645L, 387L, 232L, 139L, 83L, 50L);
    }
}
