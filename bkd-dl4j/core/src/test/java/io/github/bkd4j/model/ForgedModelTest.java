package io.github.bkd4j.model;

import io.github.bkd4j.Toy;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are whole, but whose blocks describe no model. */
class ForgedModelTest extends SavedModel {

    @Test
    void aTableOfAnotherSize() {
        int rows = CLASSIFIER.model().encoder().vocabulary().size();
        ArchiveEntries.forge(file, "tables/0.f32", bytes -> "12345678");
        assertRefused("tables/0.f32 must have " + rows * 8 * 4 + " bytes but had 8");
        save();
        ArchiveEntries.forge(file, "output/bias.f32", bytes -> "12345678");
        assertRefused("output/bias.f32 must have 12 bytes but had 8");
    }

    @Test
    void aNetworkWithoutItsTable() {
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
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
        ArchiveEntries.forge(file, "model.json", json -> model);
        assertRefused("model.json must describe a text classifier but did not");
    }

    @Test
    void labelsThatAreNotTheNetworks() {
        ArchiveEntries.forge(
                file,
                "model.json",
                json -> json.replace("[\"a\",\"b\",\"c\"]", "[\"a\",\"b\"]").replace("[20,10,5]", "[20,10]"));
        assertRefused("output/bias.f32 must have 8 bytes but had 12");
    }

    @Test
    void anUnknownNormalForm() {
        ArchiveEntries.forge(
                file, "model.json", json -> json.replace("\"normalisation\":\"nfc\"", "\"normalisation\":\"nfkd\""));
        assertRefused("normalisation must be none or nfc but was 'nfkd'");
    }

    @Test
    void aSettingOutOfRange() {
        ArchiveEntries.forge(file, "model.json", json -> json.replace("\"ngrams\":1", "\"ngrams\":9"));
        assertRefused("ngrams must be 1 to 5 but was 9");
    }

    @Test
    void aBlockOfALaterVersion() {
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
        blocks.put("wide/rows.f32", new byte[4]);
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("the model needs wide/rows.f32, which this version of bkd does not know");
    }

    @Test
    void aModelWithoutANetwork() {
        ArchiveEntries.forge(
                file, "model.json", json -> json.replaceFirst("\"network\":\\{[^}]*\\}", "\"network\":null"));
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
        ArchiveEntries.forge(file, "model.json", json -> json.replace(setting, other));
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
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
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
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
        blocks.remove("wide/weights.f32");
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("the model has no wide/weights.f32");
    }

    @Test
    void aFactorOutOfRange() {
        Trainer.train(Toy.bag().withWide(10), CORPUS).save(file);
        Map<String, byte[]> blocks = ArchiveEntries.blocks(file);
        blocks.put("wide/factor.f32", new byte[4]);
        ModelArchive.FORMAT.write(file, blocks);
        assertRefused("factor of the wide part must be finite and > 0 but was 0.0");
    }

    @Test
    void aTableInEightBitsOfAnotherSize() {
        int rows = CLASSIFIER.model().encoder().vocabulary().size();
        CLASSIFIER.compact().save(file);
        ArchiveEntries.forge(file, "tables/0.q8", bytes -> "12345678");
        assertRefused("tables/0.q8 must have " + rows * (8 + 4) + " bytes but had 8");
    }
}
