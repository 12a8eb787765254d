package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bkd4j.Toy;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.corpus.Corpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made by somebody who knows the format and means ill: the manifest vouches for what was put in. */
class HostileArchiveTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    private static final TextClassifier BAG = Trainer.train(Toy.bag(), CORPUS);
    private static final TextClassifier CNN = Trainer.train(Toy.cnn(), CORPUS);

    @TempDir
    Path folder;

    private Path file;

    /** Says when somebody reads it as an object. */
    private static final class Detonator implements Serializable {

        private static final long serialVersionUID = 1L;
        private static boolean fired;

        @SuppressWarnings("UnusedMethod") // called by Java's serialisation
        private void readObject(ObjectInputStream in) {
            fired = true;
        }

        static byte[] bytes() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(new Detonator());
            }
            return bytes.toByteArray();
        }
    }

    @BeforeEach
    void save() {
        file = folder.resolve("student.bkd");
        BAG.save(file);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> TextClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void nothingIsReadAsAnObject() throws IOException {
        Map<String, byte[]> whole = ArchiveEntries.blocks(file);
        for (String name : whole.keySet()) {
            Map<String, byte[]> forged = new LinkedHashMap<>(whole);
            forged.put(name, Detonator.bytes());
            ModelArchive.FORMAT.write(file, forged);
            assertThatThrownBy(() -> TextClassifier.load(file)).as(name).isInstanceOf(ModelException.class);
        }
        Files.write(file, Detonator.bytes());
        assertRefused("not a bkd model");
        assertThat(Detonator.fired).isFalse();
    }

    /** Or the test above could not fail. */
    @Test
    void theDetonatorFires() throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(Detonator.bytes()))) {
            in.readObject();
        }
        assertThat(Detonator.fired).isTrue();
        Detonator.fired = false;
    }

    /** 100 MB of nothing in 100 kB. */
    @Test
    void aZipBomb() throws IOException {
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
        blocks.put("bomb", new byte[100 << 20]);
        ModelArchive.FORMAT.write(file, blocks);
        long promised =
                blocks.values().stream().mapToLong(bytes -> bytes.length).sum();
        assertRefused("the model is altered: it must unpack to at most " + ((16 << 20) + 10 * Files.size(file))
                + " bytes but promises " + promised);
    }

    @Test
    void sizesWhoseSumOverflows() {
        ArchiveEntries.forgeManifest(
                file, json -> json.replaceAll("\"bytes\" : \\d+", "\"bytes\" : " + Long.MAX_VALUE));
        assertThatThrownBy(() -> TextClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("the model is altered: it must unpack to at most ");
    }

    @Test
    void twoEntriesOfAName() throws IOException {
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
        blocks.put("model.jsoN", new byte[] {'{', '}'});
        ModelArchive.FORMAT.write(file, blocks);
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1).replace("model.jsoN", "model.json");
        Files.write(file, bytes.getBytes(ISO_8859_1));
        assertRefused("the model is altered: it has two entries model.json");
    }

    /** Names are keys of a map: nothing is ever unpacked into the file system. */
    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/bkd-outside", "C:\\outside", "tables/../../outside"})
    void namesThatLeadOutside(String name) throws IOException {
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
        blocks.put(name, new byte[] {1});
        new ArchiveFormat("bkd-model", "model", 2, true, Set.of(name)).write(file, blocks);
        assertThat(TextClassifier.load(file).classify("a1 b2")).isEqualTo(BAG.classify("a1 b2"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(folder.resolveSibling("outside")).doesNotExist();
        assertThat(Path.of("/bkd-outside")).doesNotExist();
    }

    @Test
    void moreTokensThanRows() {
        int tokens = BAG.model().encoder().vocabulary().tokens().size();
        ArchiveEntries.forge(
                file,
                "model.json",
                json -> json.replace("\"tokens\":[", "\"tokens\":[\"one more\",")
                        .replace("\"documentCounts\":[", "\"documentCounts\":[1,"));
        assertRefused("tokens must be at most " + tokens
                + ", as many as the table of embeddings has rows for, but were " + (tokens + 1));
    }

    @ParameterizedTest
    @CsvSource({"dimension, 16777216", "dimension, 2147483647", "vocabulary, 16777216", "hidden, 16777216"})
    void absurdShapes(String setting, String value) {
        ArchiveEntries.forge(
                file,
                "model.json",
                json -> json.replaceFirst("\"" + setting + "\":\\d+", "\"" + setting + "\":" + value));
        assertThatThrownBy(() -> TextClassifier.load(file)).isInstanceOf(ModelException.class);
    }

    @Test
    void aWidthWithoutEnd() {
        CNN.save(file);
        ArchiveEntries.forge(
                file, "model.json", json -> json.replaceFirst("\"widths\":\\[\\d+", "\"widths\":[2147483647"));
        assertThatThrownBy(() -> TextClassifier.load(file)).isInstanceOf(ModelException.class);
    }

    @Test
    void nestingWithoutEnd() {
        ArchiveEntries.forge(file, "model.json", json -> "[".repeat(1_000_000));
        assertThatThrownBy(() -> TextClassifier.load(file)).isInstanceOf(ModelException.class);
    }

    /** A disk of 64 kB; needs the rights to mount one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskKeepsTheLastGoodFile() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()));
        try {
            Path small = disk.resolve("student.bkd");
            BAG.save(small);
            byte[] good = Files.readAllBytes(small);
            TextClassifier large = Trainer.train(Toy.bag().withDimension(4000), CORPUS);
            assertThatThrownBy(() -> large.save(small))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("cannot write " + small + ": no space left on device");
            assertThat(small).hasBinaryContent(good);
            assertThat(disk.toFile().list()).hasSize(1);
        } finally {
            assertThat(done("umount", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
