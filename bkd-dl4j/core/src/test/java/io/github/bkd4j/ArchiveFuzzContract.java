package io.github.bkd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.archive.ArchiveFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged archives of a format: the file itself, and blocks of a file whose manifest vouches for them. */
public abstract class ArchiveFuzzContract {

    private static final List<String> WORDS = List.of(
            "PK\1\2",
            "PK\5\6",
            "\u00AC\u00ED\0\5",
            "../",
            "null",
            "-1",
            "2147483647",
            "1e400",
            "NaN",
            "[",
            "{",
            "\"",
            "\"@class\" : \"java.lang.Runtime\",",
            "\"run\":{",
            "true,",
            "16777216");

    @TempDir
    Path folder;

    private Path whole;

    /** The format. */
    protected abstract ArchiveFormat format();

    /** What its reader throws. */
    protected abstract Class<? extends RuntimeException> own();

    /** Writes an archive that can be read. */
    protected abstract void write(Path file) throws IOException;

    /** Reads an archive and uses what was read. */
    protected abstract Object read(Path file) throws IOException;

    @BeforeEach
    void writeWhole() throws IOException {
        whole = folder.resolve("whole");
        write(whole);
    }

    @Test
    void fewDamagedFiles() throws IOException {
        damagedFiles(Fuzz.FEW);
        damagedBlocks(Fuzz.FEW);
    }

    @Test
    @Tag("slow")
    void manyDamagedFiles() throws IOException {
        damagedFiles(Fuzz.MANY);
    }

    @Test
    @Tag("slow")
    void manyDamagedBlocks() throws IOException {
        damagedBlocks(Fuzz.MANY);
    }

    /** JSON that is nothing at all, and numbers that are too few. */
    @Test
    void blocksThatAreNull() throws IOException {
        Map<String, byte[]> blocks = blocks();
        Path file = folder.resolve("forged");
        for (String name : blocks.keySet()) {
            Map<String, byte[]> forged = new LinkedHashMap<>(blocks);
            String nothing = name.endsWith(".f32") ? "nul" : "null"; // four bytes may be a number
            forged.put(name, nothing.getBytes(StandardCharsets.US_ASCII));
            format().write(file, forged);

            assertThatThrownBy(() -> read(file)).as(name).isInstanceOf(own());
        }
    }

    private void damagedFiles(int cases) throws IOException {
        Path file = folder.resolve("damaged");
        int readable = new Fuzz(file, List.of(Files.readAllBytes(whole)), WORDS).run(cases, 1, own(), () -> read(file));
        assertThat(readable).isLessThan(cases / 2);
    }

    /** What is read after the checksums: JSON, and numbers of the size that it promises. */
    private void damagedBlocks(int cases) throws IOException {
        Map<String, byte[]> blocks = blocks();
        Path damaged = folder.resolve("block");
        Path file = folder.resolve("forged");
        int ofBlock = cases / blocks.size();
        for (String name : blocks.keySet()) {
            int readable = new Fuzz(damaged, List.of(blocks.get(name)), WORDS)
                    .run(ofBlock, name.hashCode(), own(), () -> {
                        Map<String, byte[]> forged = new LinkedHashMap<>(blocks);
                        forged.put(name, Files.readAllBytes(damaged));
                        format().write(file, forged);
                        return read(file);
                    });
            assertThat(readable).as(name).isLessThan(ofBlock);
        }
    }

    private Map<String, byte[]> blocks() throws IOException {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(whole.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals("manifest.json")) {
                    blocks.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return blocks;
    }
}
