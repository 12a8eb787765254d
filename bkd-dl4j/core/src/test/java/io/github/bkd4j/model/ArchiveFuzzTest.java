package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import io.github.bkd4j.Toy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged archives: the file itself, and blocks of a file whose manifest vouches for them. */
class ArchiveFuzzTest {

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
            "16777216");

    @TempDir
    Path folder;

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

    private byte[] whole() throws IOException {
        Path file = folder.resolve("whole.bkd");
        Trainer.train(Toy.bag(), Toy.corpus(1, 20, 10, 5)).save(file);
        return Files.readAllBytes(file);
    }

    private void damagedFiles(int cases) throws IOException {
        Path file = folder.resolve("damaged.bkd");
        int readable = new Fuzz(file, List.of(whole()), WORDS)
                .run(cases, 1, ModelException.class, () -> TextClassifier.load(file));
        assertThat(readable).isLessThan(cases / 2);
    }

    /** What is read after the checksums: JSON, and numbers of the size that it promises. */
    private void damagedBlocks(int cases) throws IOException {
        whole();
        Map<String, byte[]> blocks = blocks(folder.resolve("whole.bkd"));
        Path damaged = folder.resolve("block");
        Path file = folder.resolve("forged.bkd");
        for (String name : blocks.keySet()) {
            Random random = new Random(name.hashCode());
            int readable = new Fuzz(damaged, List.of(blocks.get(name)), WORDS)
                    .run(cases / 4, random.nextInt(), ModelException.class, () -> {
                        Map<String, byte[]> forged = new LinkedHashMap<>(blocks);
                        forged.put(name, Files.readAllBytes(damaged));
                        ModelArchive.FORMAT.write(file, forged);
                        return TextClassifier.load(file).classify("a1 b2 common3 nowhere");
                    });
            assertThat(readable).as(name).isLessThan(cases / 4);
        }
    }

    private static Map<String, byte[]> blocks(Path file) throws IOException {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals("manifest.json")) {
                    blocks.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return blocks;
    }
}
