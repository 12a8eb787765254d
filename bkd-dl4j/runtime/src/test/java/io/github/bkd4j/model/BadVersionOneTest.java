package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.archive.ArchiveFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of format version 1 whose network is not what it must be; their manifests vouch for them. */
class BadVersionOneTest {

    private static final ArchiveFormat FORMAT = new ArchiveFormat("bkd-model", "model", 1, true, Set.of());

    @TempDir
    Path folder;

    private void assertRefused(String block, UnaryOperator<String> change, String message) throws IOException {
        Path file = folder.resolve("forged.bkd");
        Map<String, byte[]> blocks = blocks();
        String whole = new String(Objects.requireNonNull(blocks.get(block)), UTF_8);
        String forged = change.apply(whole);
        assertThat(forged).isNotEqualTo(whole);
        blocks.put(block, forged.getBytes(UTF_8));
        FORMAT.write(file, blocks);
        assertThatThrownBy(() -> TextClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": " + message);
    }

    private static Map<String, byte[]> blocks() throws IOException {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        InputStream file = Objects.requireNonNull(VersionOneTest.class.getResourceAsStream("version-1/bag.bkd"));
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                blocks.put(entry.getName(), zip.readAllBytes());
            }
        }
        blocks.remove("manifest.json");
        return blocks;
    }

    @Test
    void classesThatNoNetworkIsMadeOf() throws IOException {
        String message = "network must be made of known classes but names java.lang.Runtime";
        assertRefused(
                "network.json",
                json -> json.replace("io.github.bkd4j.network.BagVertex", "java.lang.Runtime"),
                message);
        assertRefused(
                "network.json",
                json -> json.replaceFirst("org\\.deeplearning4j\\.nn\\.[\\w.]+OutputLayer", "java.lang.Runtime"),
                message);
    }

    @Test
    void noJson() throws IOException {
        String message = "network.json must be JSON but was not";
        assertRefused("network.json", json -> "nothing", message);
        assertRefused("network.json", json -> "[".repeat(1_000_000), message);
        assertRefused(
                "network.json", json -> json.replaceFirst("(\"@class\" : )", "$1\"java.lang.Runtime\", $1"), message);
    }

    @ParameterizedTest
    @CsvSource({"dimension, 16777217", "dimension, 0", "vocabulary, -1", "nout, 2147483647"})
    void absurdSizes(String name, String value) throws IOException {
        assertRefused(
                "network.json",
                json -> json.replaceFirst("\"" + name + "\" : \\d+", "\"" + name + "\" : " + value),
                name + " must be 1 to 16777216 but was " + value);
    }

    @Test
    void anotherNetwork() throws IOException {
        assertRefused(
                "network.json",
                json -> "{\"vertices\": 7}",
                "network.json must describe a vertex text and a layer output but described []");
    }

    @Test
    void blocksOfAnotherSize() throws IOException {
        assertRefused("parameters.f32", bytes -> "12345678", "parameters.f32 must have 108 bytes but had 8");
        assertRefused("tables/text.f32", bytes -> "12345678", "tables/text.f32 must have 1152 bytes but had 8");
    }
}
