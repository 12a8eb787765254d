package io.github.bkd4j.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** Lines of JSON, each an object with the string fields label and text; others are ignored. */
final class JsonLinesFormat implements LineFormat {

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    @Override
    public String shape() {
        return "{\"label\": ..., \"text\": ...}";
    }

    @Override
    public Labeled<String> row(String line, Place place) {
        JsonNode object = parse(line, place);
        if (!object.isObject()) {
            throw place.error("must be a JSON object but was " + kind(object));
        }
        return place.row(field(object, "label", place), field(object, "text", place));
    }

    private static JsonNode parse(String line, Place place) {
        try {
            return JSON.readTree(line);
        } catch (MismatchedInputException e) {
            throw place.error("must be one JSON object but had more behind it");
        } catch (JsonProcessingException e) {
            throw place.error("must be a JSON object but was not JSON at column "
                    + e.getLocation().getColumnNr());
        }
    }

    private static String field(JsonNode object, String name, Place place) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw place.error("field \"" + name + "\" must be a string but was " + kind(value));
        }
        return requireUnicode(name, value.textValue(), place);
    }

    /** An escape can name half a surrogate pair, which has no UTF-8 form. */
    private static String requireUnicode(String name, String value, Place place) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw place.error("field \"" + name + "\" must be Unicode but had half a surrogate pair");
        }
        return value;
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING, BINARY, POJO -> "missing";
        };
    }
}
