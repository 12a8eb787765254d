package io.github.bkd4j.corpora;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.io.PlainFile;
import io.github.bkd4j.io.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the listings of Amazon Berkeley Objects (Collins et al., CVPR 2022) as its authors publish them, from files
 * {@code listings_0.json.gz} to {@code listings_f.json.gz} that you have downloaded: names of products under product
 * types such as {@code CELLULAR_PHONE_CASE}, long-tailed by themselves. There is no test split. Variants of one product
 * have names that differ in a word or two, so a random split makes the task easier than new products would.
 */
public final class AmazonProducts {

    private static final Pattern FILE = Pattern.compile("listings_.*\\.json(\\.gz)?");
    private static final ObjectReader JSON =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String AMBIGUOUS = "";

    private final String language;
    private final Map<String, String> types = new LinkedHashMap<>(); // name -> product type, or AMBIGUOUS

    private AmazonProducts(String language) {
        this.language = language;
    }

    /**
     * Reads the English names, of any country.
     *
     * @param folder of the files
     * @return names under their product types, in the order of the files
     * @throws CorpusException as {@link #read(Path, String)} does
     */
    public static Corpus<String> read(Path folder) {
        return read(folder, "en");
    }

    /**
     * Reads the names in a language. A name that several listings share is kept once; a name with more than one product
     * type is left out, and so are listings without a name in the language or without a product type.
     *
     * @param folder of the files, zipped or not, of one JSON object per line
     * @param language a tag such as {@code en}, for any country, or {@code en_US}
     * @return names under their product types, in the order of the files; of several names in a listing the first
     * @throws CorpusException if the folder has no such file, a file cannot be read, a line is not of that form, or no
     *     listing is left
     */
    public static Corpus<String> read(Path folder, String language) {
        AmazonProducts products = new AmazonProducts(language);
        files(folder).forEach(products::add);
        products.types.values().removeIf(AMBIGUOUS::equals);
        if (products.types.isEmpty()) {
            throw new CorpusException(folder + ": must have listings with a product_type and an item_name in '"
                    + language + "' but had none");
        }
        return Corpus.of(products.types.entrySet().stream()
                .map(product -> new Labeled<>(product.getKey(), product.getValue()))
                .toList());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file ->
                            FILE.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CorpusException(folder + ": must have files listings_*.json.gz but had none");
            }
            return files;
        } catch (IOException e) {
            throw new CorpusException(folder + ": cannot be read", e);
        }
    }

    private void add(Path file) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(PlainFile.open(file), UTF_8.newDecoder()))) {
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (!line.isBlank()) {
                    add(file + ":" + number, line);
                }
            }
        } catch (CharacterCodingException e) {
            throw new CorpusException(file + ": must be UTF-8 but was not", e);
        } catch (IOException e) {
            throw new CorpusException(file + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private void add(String place, String line) {
        JsonNode listing = parsed(place, line);
        String name = name(place, listing.path("item_name"));
        String type = type(place, listing.path("product_type"));
        if (!name.isEmpty() && !type.isEmpty()) {
            Labeled<String> product = TextFiles.labeled(place, name, type);
            types.merge(product.instance(), product.label(), (one, other) -> one.equals(other) ? one : AMBIGUOUS);
        }
    }

    private static JsonNode parsed(String place, String line) {
        try {
            JsonNode listing = JSON.readTree(line);
            if (!listing.isObject()) {
                throw new CorpusException(place + ": must be a JSON object but was not");
            }
            return listing;
        } catch (JsonProcessingException e) {
            throw new CorpusException(place + ": must be a JSON object but was not: " + e.getOriginalMessage(), e);
        }
    }

    /** The first name in the language; empty where there is none. */
    private String name(String place, JsonNode names) {
        if (!names.isMissingNode() && !names.isArray()) {
            throw new CorpusException(
                    place + ": item_name must be [{\"language_tag\": ..., \"value\": ...}, ...] but was " + names);
        }
        for (JsonNode name : names) {
            String tag = name.path("language_tag").asText();
            if (tag.equals(language) || tag.startsWith(language + "_")) {
                return string(place, "item_name", name.path("value")).strip();
            }
        }
        return "";
    }

    /** A string, as the authors describe it, or a list of one value, as their files have it; empty where it lacks. */
    private static String type(String place, JsonNode type) {
        if (type.isMissingNode() || (type.isArray() && type.isEmpty())) {
            return "";
        }
        return string(place, "product_type", type.isArray() ? type.get(0).path("value") : type);
    }

    private static String string(String place, String field, JsonNode value) {
        if (!value.isTextual()) {
            throw new CorpusException(place + ": " + field + " must have a string as its value but had "
                    + (value.isMissingNode() ? "none" : value));
        }
        return value.asText();
    }
}
