package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a file is not the model that was saved. */
class BadModelTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    private static final TextClassifier CLASSIFIER = Trainer.train(Toy.bag(), CORPUS);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void save() {
        file = folder.resolve("student.bkd");
        CLASSIFIER.save(file);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> TextClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": " + message);
    }

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
    void aZipOfSomethingElse(String name, String content) throws IOException {
        write(Map.of(name, content.getBytes(UTF_8)));
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
    void alteredBlocks(String name) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.computeIfPresent(name, (key, bytes) -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
        write(entries);
        assertRefused("the model is altered: " + name + " is not what the manifest says");
    }

    @Test
    void aMissingBlock() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove("output/bias.f32");
        write(entries);
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
    void aNewerVersion() throws IOException {
        Map<String, byte[]> entries = entries();
        ObjectNode manifest = (ObjectNode) JSON.readTree(entries.get("manifest.json"));
        entries.put("manifest.json", JSON.writeValueAsBytes(manifest.put("version", 3)));
        write(entries);
        assertRefused("the model has format version 3 but this version of bkd reads up to 2");
    }

    @Test
    void aTableOfAnotherSize() {
        int rows = CLASSIFIER.model().encoder().vocabulary().size();
        forge("tables/0.f32", bytes -> "12345678");
        assertRefused("tables/0.f32 must have " + rows * 8 * 4 + " bytes but had 8");
        save();
        forge("output/bias.f32", bytes -> "12345678");
        assertRefused("output/bias.f32 must have 12 bytes but had 8");
    }

    @Test
    void aNetworkWithoutItsTable() {
        Map<String, byte[]> blocks = blocks();
        blocks.remove("tables/0.f32");
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("the model has no tables/0.f32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nothing",
                "{\"labels\": null}",
                "{\"labels\": [\"a\"], \"counts\": [1]}",
                "{\"x\": 1}"
            })
    void aModelThatIsNone(String model) {
        forge("model.json", json -> model);
        assertRefused("model.json must describe a text classifier but did not");
    }

    @Test
    void labelsThatAreNotTheNetworks() {
        forge(
                "model.json",
                json -> json.replace("[\"a\",\"b\",\"c\"]", "[\"a\",\"b\"]").replace("[20,10,5]", "[20,10]"));
        assertRefused("output/bias.f32 must have 8 bytes but had 12");
    }

    @Test
    void anUnknownNormalForm() {
        forge("model.json", json -> json.replace("\"normalisation\":\"nfc\"", "\"normalisation\":\"nfkd\""));
        assertRefused("normalisation must be none or nfc but was 'nfkd'");
    }

    @Test
    void aSettingOutOfRange() {
        forge("model.json", json -> json.replace("\"ngrams\":1", "\"ngrams\":9"));
        assertRefused("ngrams must be 1 to 5 but was 9");
    }

    @Test
    void aBlockOfALaterVersion() {
        Map<String, byte[]> blocks = blocks();
        blocks.put("wide/rows.f32", new byte[4]);
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("the model needs wide/rows.f32, which this version of bkd does not know");
    }

    @Test
    void aModelWithoutANetwork() {
        forge("model.json", json -> json.replaceFirst("\"network\":\\{[^}]*\\}", "\"network\":null"));
        assertRefused("model.json must describe a network but did not");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kernel\":\"bag\"|\"kernel\":\"tree\"|kernel must be one of bag, convolution, lstm but was tree",
                "\"hidden\":0|\"hidden\":-1|hidden must be 0 to 16777216 but was -1",
                "\"dimension\":8|\"dimension\":0|dimension must be 1 to 16777216 but was 0",
                "\"hidden\":0|\"units\":7|hidden must be 0 to 16777216 but was null"
            })
    void aNetworkThatIsNone(String setting, String other, String message) {
        forge("model.json", json -> json.replace(setting, other));
        assertRefused(message);
    }

    /** Nothing; 100 classes; a number without an end; a class 3 of 3; a distance of 0; one byte too many. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|wide/classes must list the classes of each token but did not",
                "64|wide/classes must list the classes of each token but did not",
                "8080808080|wide/classes must list the classes of each token but did not",
                "0104|columns of row 0 must ascend from 0 to 2 but were [3]",
                "020100|columns of row 0 must ascend from 0 to 2 but were [0, 0]",
                "more|wide/classes must list the classes of each token but did not"
            })
    void votesThatAreNone(@Nullable String hexadecimal, String message) {
        Trainer.train(Toy.bag().withWide(10), CORPUS).save(file);
        Map<String, byte[]> blocks = blocks();
        int rows = CLASSIFIER.model().encoder().vocabulary().size();
        byte[] classes = Objects.requireNonNull(blocks.get("wide/classes"));
        byte[] other = hexadecimal == null
                ? new byte[0]
                : hexadecimal.equals("more")
                        ? Arrays.copyOf(classes, classes.length + 1)
                        : HexFormat.of().parseHex(hexadecimal + "00".repeat(rows - 1));
        blocks.put("wide/classes", other);
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused(message);
    }

    @Test
    void votesWithoutWeights() {
        Trainer.train(Toy.bag().withWide(10), CORPUS).save(file);
        Map<String, byte[]> blocks = blocks();
        blocks.remove("wide/weights.f32");
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("the model has no wide/weights.f32");
    }

    @Test
    void aFactorOutOfRange() {
        Trainer.train(Toy.bag().withWide(10), CORPUS).save(file);
        Map<String, byte[]> blocks = blocks();
        blocks.put("wide/factor.f32", new byte[4]);
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("factor of the wide part must be finite and > 0 but was 0.0");
    }

    @Test
    void aTableInEightBitsOfAnotherSize() {
        int rows = CLASSIFIER.model().encoder().vocabulary().size();
        CLASSIFIER.compact().save(file);
        forge("tables/0.q8", bytes -> "12345678");
        assertRefused("tables/0.q8 must have " + rows * (8 + 4) + " bytes but had 8");
    }

    /** Replaces a block in an archive whose manifest vouches for it. */
    private void forge(String name, UnaryOperator<String> change) {
        Map<String, byte[]> blocks = blocks();
        blocks.computeIfPresent(
                name, (key, bytes) -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8));
        ModelArchive.FORMAT.write(file, blocks);
    }

    private Map<String, byte[]> blocks() {
        try {
            Map<String, byte[]> blocks = entries();
            blocks.remove("manifest.json");
            return blocks;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private void write(Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}
