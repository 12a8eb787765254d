package io.github.bkd4j.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ImageFolderTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void twoClasses() throws IOException {
        write("cat/1.png", BufferedImage.TYPE_INT_RGB, 2, 1, 0x010203, 0xFFFEFD);
        write("dog/1.bmp", BufferedImage.TYPE_INT_RGB, 2, 1, 0x000000, 0x00FF00);
        write("dog/.hidden.png", BufferedImage.TYPE_INT_RGB, 9, 9);
        Files.writeString(folder.resolve("readme.txt"), "beside the classes");
    }

    private void write(String name, int type, int width, int height, int... colours) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage picture = new BufferedImage(width, height, type);
        for (int i = 0; i < colours.length; i++) {
            picture.setRGB(i % width, i / width, colours[i]);
        }
        String format = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();
    }

    @Test
    void aSubFolderIsAClass() {
        Corpus<Image> corpus = ImageFolder.read(folder);
        assertThat(corpus.labels()).containsExactly("cat", "dog");
        assertThat(corpus.instances())
                .containsExactly(
                        new Image(3, 1, 2, new byte[] {1, -1, 2, -2, 3, -3}),
                        new Image(3, 1, 2, new byte[] {0, 0, 0, -1, 0, 0}));
        assertThat(ImageFolder.readStrictly(folder)).isEqualTo(corpus);
    }

    @Test
    void greyImagesHaveOneChannel() throws IOException {
        Path grey = folder.resolve("grey");
        folder = grey;
        write("a/1.png", BufferedImage.TYPE_BYTE_GRAY, 2, 2, 0, 0xFFFFFF);
        assertThat(ImageFolder.read(grey).instances()).containsExactly(new Image(1, 2, 2, new byte[] {0, -1, 0, 0}));
    }

    @Test
    void anImageOfAnotherSizeIsRefusedByName() throws IOException {
        write("dog/2.png", BufferedImage.TYPE_INT_RGB, 3, 1);
        assertThatThrownBy(() -> ImageFolder.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder.resolve("dog/2.png") + ": must be [3, 1, 2] = [channels, height, width], as "
                        + folder.resolve("cat/1.png") + ", but was [3, 1, 3]");
    }

    @Test
    void whatIsNoImageIsCountedAndNamedAndLeftOut() throws IOException {
        for (String name : new String[] {"a.png", "b.jpg", "c.txt", "d.png"}) {
            Files.writeString(folder.resolve("dog").resolve(name), "no image");
        }
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger log = (Logger) LoggerFactory.getLogger(ImageFolder.class);
        log.addAppender(appender);
        try {
            assertThat(ImageFolder.read(folder).size()).isEqualTo(2);
        } finally {
            log.detachAppender(appender);
        }
        Path dog = folder.resolve("dog");
        assertThat(appender.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(folder + ": 4 of 6 files cannot be read as images and are left out: "
                        + dog.resolve("a.png") + ", " + dog.resolve("b.jpg") + ", " + dog.resolve("c.txt") + ", ...");
        assertThatThrownBy(() -> ImageFolder.readStrictly(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(dog.resolve("a.png") + ": must be an image but cannot be read as one");
    }

    /** A PNG of a few bytes that says it is 40,000 x 40,000, which would take 5 GB. */
    @Test
    void noMemoryIsTakenForWhatAFileClaims() throws IOException {
        byte[] png = Files.readAllBytes(folder.resolve("cat/1.png"));
        ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 40_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        Path huge = Files.write(folder.resolve("dog/huge.png"), png);
        assertThat(ImageFolder.read(folder).size()).isEqualTo(2);
        assertThatThrownBy(() -> ImageFolder.readStrictly(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(huge + ": must be an image but cannot be read as one");
    }

    @Test
    void aFolderWithoutImagesIsRefused() throws IOException {
        Path none = Files.createDirectories(folder.resolve("none"));
        Files.createDirectories(none.resolve("a"));
        Files.writeString(none.resolve("a").resolve("1.png"), "no image");
        assertThatThrownBy(() -> ImageFolder.read(none))
                .isInstanceOf(CorpusException.class)
                .hasMessage(none + ": must have a sub-folder of images for each class but had 1 files in sub-folders,"
                        + " none of them an image");
        assertThatThrownBy(() -> ImageFolder.read(folder.resolve("nowhere")))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder.resolve("nowhere") + ": no such folder");
    }

    @Test
    void oneClassIsNotEnoughToLearnFrom() throws IOException {
        Files.delete(folder.resolve("dog/1.bmp"));
        Files.delete(folder.resolve("dog/.hidden.png"));
        assertThatThrownBy(() -> ImageFolder.read(folder).requireAtLeastTwoClasses("the training split"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("the training split must have at least 2 classes but had only 'cat' (instances: 1)");
    }
}
