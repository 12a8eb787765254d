package io.github.bkd4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainFileTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Path zipped(String name, int megabytes) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[MEGABYTE]);
            }
        }
        return file;
    }

    @Test
    void aZippedFileIsUnzipped() throws IOException {
        try (InputStream in = PlainFile.open(zipped("small.gz", 3))) {
            assertThat(in.read()).isZero();
            assertThat(in.readAllBytes()).hasSize(3 * MEGABYTE - 1);
        }
        try (InputStream in = PlainFile.open(Files.writeString(folder.resolve("plain.txt"), "text"))) {
            assertThat(in.readAllBytes()).hasSize(4);
        }
    }

    /** 200 MB of nothing in 200 kB. */
    @Test
    void aBombIsRefused() throws IOException {
        Path bomb = zipped("bomb.tsv.gz", 200);
        long allowed = 64 * MEGABYTE + 200 * Files.size(bomb);
        assertThatThrownBy(() -> Corpus.read(bomb))
                .isInstanceOf(CorpusException.class)
                .hasMessage(bomb + ": cannot be read: it must unpack to at most " + allowed + " bytes but has more");
    }
}
