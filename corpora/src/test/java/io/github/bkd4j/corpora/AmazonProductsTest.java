package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonProductsTest {

    @TempDir
    private Path folder;

    private static String listing(String tag, String name, String type) {
        return "{\"brand\": [{\"value\": \"X\"}], \"item_id\": \"B0\", \"item_name\": [{\"language_tag\": \"" + tag
                + "\", \"value\": \"" + name + "\"}], \"product_type\": [{\"value\": \"" + type + "\"}]}";
    }

    private Path write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }

    @Test
    void readsTheEnglishNamesOfAllFiles() throws IOException {
        write("listings_1.json.gz", listing("en_IN", " Étui for phones ", "CELLULAR_PHONE_CASE"));
        write(
                "listings_0.json.gz",
                listing("en_US", "Oak chair", "CHAIR"),
                listing("de_DE", "Stuhl aus Eiche", "CHAIR"),
                listing("english", "no such tag", "CHAIR"),
                "{\"item_name\": [{\"language_tag\": \"de_DE\", \"value\": \"Sofa\"}, {\"language_tag\": \"en_GB\","
                        + " \"value\": \"Settee\"}, {\"language_tag\": \"en_US\", \"value\": \"Couch\"}],"
                        + " \"product_type\": \"SOFA\"}");
        Files.writeString(folder.resolve("README.md"), "not a listing");

        Corpus<String> products = AmazonProducts.read(folder);

        assertThat(products.instances()).containsExactly("Oak chair", "Settee", "Étui for phones");
        assertThat(products.labels()).containsExactly("CELLULAR_PHONE_CASE", "CHAIR", "SOFA");
        assertThat(AmazonProducts.read(folder, "de").instances()).containsExactly("Stuhl aus Eiche", "Sofa");
        assertThat(AmazonProducts.read(folder, "en_GB").instances()).containsExactly("Settee");
    }

    @Test
    void aNameIsKeptOnceAndOneOfTwoTypesIsLeftOut() throws IOException {
        write(
                "listings_0.json.gz",
                listing("en_US", "Oak chair", "CHAIR"),
                "",
                listing("en_GB", "Oak chair", "CHAIR"),
                listing("en_US", "Oak set", "CHAIR"),
                listing("en_US", "Oak set", "TABLE"),
                listing("en_US", "Oak set", "CHAIR"));

        assertThat(AmazonProducts.read(folder).instances()).containsExactly("Oak chair");
    }

    @Test
    void listingsWithoutANameOrATypeAreLeftOut() throws IOException {
        write(
                "listings_0.json.gz",
                "{\"item_id\": \"B0\", \"product_type\": [{\"value\": \"CHAIR\"}]}",
                "{\"item_name\": [{\"language_tag\": \"en_US\", \"value\": \"Chair\"}], \"product_type\": []}",
                "{\"item_name\": [{\"language_tag\": \"en_US\", \"value\": \"Chair\"}]}",
                listing("en_US", " ", "CHAIR"));
        assertThatThrownBy(() -> AmazonProducts.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder + ": must have listings with a product_type and an item_name in 'en' but had none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            [1]                              | must be a JSON object but was not
            {"item_name": "Chair"}           | item_name must be [{"language_tag": ..., "value": ...}, ...] but was "Chair"
            {"product_type": 7}              | product_type must have a string as its value but had 7
            {"product_type": [{"name": "A"}]} | product_type must have a string as its value but had none
            {"item_name": [{"language_tag": "en_US", "value": 7}]} | item_name must have a string as its value but had 7
            {"item_name": [{"language_tag": "en_US", "value": "A"}], "product_type": " "} | label must not be blank but was " "
            """)
    void aLineOfAnotherFormIsNamed(String line, String sentence) throws IOException {
        Path file = write("listings_0.json.gz", listing("en_US", "Oak chair", "CHAIR"), line);
        assertThatThrownBy(() -> AmazonProducts.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ":2: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"item_name":
            {"item_id": "B0"} {"item_id": "B1"}
            no JSON
            """)
    void aLineThatIsNoJsonIsNamed(String line) throws IOException {
        Path file = write("listings_0.json.gz", line);
        assertThatThrownBy(() -> AmazonProducts.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessageStartingWith(file + ":1: must be a JSON object but was not: ");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThatThrownBy(() -> AmazonProducts.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder + ": must have files listings_*.json.gz but had none");
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> AmazonProducts.read(none))
                .isInstanceOf(CorpusException.class)
                .hasMessage(none + ": cannot be read");
        Path file = write("listings_0.json.gz", listing("en_US", "Oak chair", "CHAIR"));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
        assertThatThrownBy(() -> AmazonProducts.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": cannot be read: unexpected end of ZLIB input stream");
        Files.delete(file);
        Path latin = Files.write(folder.resolve("listings_0.json"), new byte[] {'"', (byte) 0xE9, '"'});
        assertThatThrownBy(() -> AmazonProducts.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(latin + ": must be UTF-8 but was not");
    }
}
