package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.ForgedArchive;
import io.github.bkd4j.Fuzz;
import io.github.bkd4j.Toy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private void damagedBlocks(int cases) throws IOException {
        whole();
        Path file = folder.resolve("forged.bkd");
        ForgedArchive.of(ModelArchive.FORMAT, file, folder.resolve("whole.bkd"))
                .fuzz(
                        cases,
                        WORDS,
                        ModelException.class,
                        () -> TextClassifier.load(file).classify("a1 b2 common3 nowhere"));
    }
}
