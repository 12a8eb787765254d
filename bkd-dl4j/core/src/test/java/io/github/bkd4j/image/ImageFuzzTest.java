package io.github.bkd4j.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import io.github.bkd4j.corpus.CorpusException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged images of every format. */
class ImageFuzzTest {

    private static final List<String> WORDS = List.of(
            "IHDR", "IDAT", "IEND", "PLTE", "tRNS", "\u007F\u007F\u007F\u007F", "\0\0\0\0", "GIF89a", "BM", "JFIF");

    @TempDir
    Path folder;

    private static byte[] whole(String ending) throws IOException {
        BufferedImage picture = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 12 * 9; i++) {
            picture.setRGB(i % 12, i / 12, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, ending, bytes)).isTrue();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void fewDamagedFiles(String ending) throws IOException {
        fuzz(ending, Fuzz.FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    @Tag("slow")
    void manyDamagedFiles(String ending) throws IOException {
        fuzz(ending, Fuzz.MANY);
    }

    private void fuzz(String ending, int cases) throws IOException {
        Path file = Files.createDirectories(folder.resolve("cat")).resolve("1." + ending);
        Files.write(file, whole(ending));
        assertThat(ImageFolder.readStrictly(folder).instances())
                .extracting(Image::toString)
                .containsExactly("[3, 9, 12]");
        int readable = new Fuzz(file, List.of(whole(ending)), WORDS)
                .run(cases, 1, CorpusException.class, () -> ImageFolder.readStrictly(folder));
        assertThat(readable).isBetween(1, cases - 1);
    }
}
