package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way in which a file is not the model that was saved; {@link ForgedModelTest} has what a manifest vouches for.
 */
class BadModelTest extends SavedModel {

    @Test
    void noSuchFile() throws IOException {
        Files.delete(file);
        assertRefused("no such model file");
        Files.createDirectory(file);
        assertRefused("must be a model file but was a folder");
    }

    @Test
    void randomBytes() throws IOException {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        Files.write(file, bytes);
        assertRefused("not a bkd model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "refund\tmy money back, please"})
    void aTextFile(String text) throws IOException {
        Files.writeString(file, text);
        assertRefused("not a bkd model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "word/document.xml|<document/>",
                "manifest.json|no json",
                "manifest.json|[]",
                "manifest.json|{\"format\": \"other\", \"version\": 1}",
                "manifest.json|##",
            })
    void aZipOfSomethingElse(String name, String content) {
        ArchiveEntries.write(file, Map.of(name, content.getBytes(UTF_8)));
        assertRefused("not a bkd model");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9, 0.99999})
    void cutOff(double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (share * bytes.length)));
        assertRefused("the model is cut off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "tables/0.f32", "output/weights.f32", "output/bias.f32"})
    void alteredBlocks(String name) {
        Map<String, byte[]> entries = ArchiveEntries.of(file);
        entries.computeIfPresent(name, (key, bytes) -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
        ArchiveEntries.write(file, entries);
        assertRefused("the model is altered: " + name + " is not what the manifest says");
    }

    @Test
    void aMissingBlock() {
        Map<String, byte[]> entries = ArchiveEntries.of(file);
        entries.remove("output/bias.f32");
        ArchiveEntries.write(file, entries);
        assertRefused("the model is altered: output/bias.f32 is not what the manifest says");
    }

    @Test
    void aDamagedTableOfContents() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(
                bytes, bytes.length - 6, bytes.length - 2, (byte) 0x7F); // where the table begins: far behind the end
        Files.write(file, bytes);
        assertRefused("the model is altered: its table of contents is damaged");
    }

    @Test
    void aDamagedManifest() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int data = 30 + bytes[26] + bytes[28]; // behind the first entry's header, name and extra field
        bytes[data] = 0x07; // a block type that deflate does not have
        Files.write(file, bytes);
        assertRefused("the model is altered: manifest.json is damaged");
    }

    /** Whichever byte is flipped: a clear refusal, or the same model where the byte meant nothing. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyByteFlipped(long seed) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            byte[] flipped = bytes.clone();
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertRefusedOrTheSame();
        }
    }

    /** The end of a zip file is its table of contents, where every byte has a meaning. */
    @Test
    void anyByteOfTheTableOfContentsFlipped() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int position = bytes.length - 400; position < bytes.length; position += 3) {
            byte[] flipped = bytes.clone();
            flipped[position] ^= (byte) 0x55;
            Files.write(file, flipped);
            assertRefusedOrTheSame();
        }
    }

    private void assertRefusedOrTheSame() {
        try {
            TextClassifier loaded = TextClassifier.load(file);
            assertThat(loaded.classify(CORPUS.instances())).isEqualTo(CLASSIFIER.classify(CORPUS.instances()));
            assertThat(loaded.provenance()).isEqualTo(CLASSIFIER.provenance());
        } catch (ModelException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
        }
    }

    @Test
    void aNewerVersion() {
        ArchiveEntries.forgeManifest(file, json -> json.replace("\"version\" : 2", "\"version\" : 3"));
        assertRefused("the model has format version 3 but this version of bkd reads up to 2");
    }
}
