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
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lines of JSON, each an object with fields for label and text, nested ones by a dotted name; others are ignored. */
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

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL); // Jackson's words

    @Override
    public String shape() {
        return "{\"label\": ..., \"text\": ...}";
    }

    @Override
    public <R> Parser<R> parser(Columns columns, Wanted<R> wanted) {
        return (line, place, rows) -> {
            JsonNode object = parse(line, place);
            if (!object.isObject()) {
                throw place.error("must be a JSON object but was " + (line.isBlank() ? "blank" : kind(object)));
            }
            if (!rows.isEmpty()) {
                requireFields(object, columns, wanted, place);
            }
            rows.add(row(object, columns, wanted, place));
        };
    }

    /** Of a row below others, which have the fields: other names of columns would not help it. */
    private static void requireFields(JsonNode object, Columns columns, Wanted<?> wanted, Place place) {
        Stream.concat(wanted.labelled() ? Stream.of(columns.label()) : Stream.empty(), columns.text().stream())
                .filter(name -> field(object, name, place).isMissingNode())
                .findFirst()
                .ifPresent(name -> {
                    throw place.error(subject(name) + " must be there, as in the lines before, but was missing");
                });
    }

    private static <R> R row(JsonNode object, Columns columns, Wanted<R> wanted, Place place) {
        String name = columns.label();
        JsonNode label = wanted.labelled() ? field(object, name, place) : MissingNode.getInstance();
        if (wanted.arrays() && label.isArray()) {
            return wanted.row(place, labels(label, name, place), text(object, columns.text(), place));
        }
        String field = wanted.labelled() ? single(label, object, name, wanted, place) : "";
        return wanted.row(place, field, text(object, columns.text(), place));
    }

    private static String single(JsonNode label, JsonNode object, String name, Wanted<?> wanted, Place place) {
        if (!wanted.arrays()
                && label.isMissingNode()
                && object.path(LabelSets.COLUMN).isArray()) {
            throw place.error("must have one label per text, in the " + subject(name)
                    + ", but had a set of labels, in the " + subject(LabelSets.COLUMN));
        }
        return wanted.arrays() && !label.isNumber() && !label.isBoolean()
                ? string(label, object, name, "--label-column", "must be an array", place)
                : label(label, object, name, place);
    }

    /** Whether a line is an object with an array in a field. */
    static boolean hasArray(String line, String name) {
        try {
            return field(JSON.readTree(line), name, new Place("", 1)).isArray();
        } catch (JsonProcessingException | CorpusException e) {
            return false; // who reads the file says so
        }
    }

    private static JsonNode parse(String line, Place place) {
        try {
            return JSON.readTree(line);
        } catch (MismatchedInputException e) {
            throw place.error("must be one JSON object but had more behind it");
        } catch (JsonProcessingException e) {
            Matcher twice = TWICE.matcher(e.getOriginalMessage());
            if (twice.matches()) {
                throw place.error("must have each field once but had " + subject(twice.group(1)) + " twice");
            }
            throw place.error("must be a JSON object but was not JSON at column "
                    + e.getLocation().getColumnNr());
        }
    }

    private static List<String> labels(JsonNode array, String name, Place place) {
        List<String> labels = new ArrayList<>();
        array.forEach(entry -> labels.add(label(entry, array, name, place)));
        return labels;
    }

    private static String label(JsonNode value, JsonNode object, String name, Place place) {
        if (value.isIntegralNumber() || value.isBoolean()) {
            return value.asText();
        }
        if (value.isNumber()) {
            throw place.error(subject(name) + " must be a string, an integer or a boolean but was the number "
                    + value.asText() + ", which can be written in many ways; make it a string");
        }
        return string(value, object, name, "--label-column", "must be a string, an integer or a boolean", place);
    }

    private static String text(JsonNode object, List<String> names, Place place) {
        if (names.size() == 1) {
            return text(object, names.get(0), place);
        }
        return Layout.joined(names.stream()
                .map(name -> field(object, name, place).isNull() ? "" : text(object, name, place))
                .toList());
    }

    private static String text(JsonNode object, String name, Place place) {
        return string(field(object, name, place), object, name, "--text-column", "must be a string", place);
    }

    private static String string(
            JsonNode value, JsonNode object, String name, String option, String rule, Place place) {
        if (value.isMissingNode()) {
            throw place.error(subject(name) + " " + rule + " but was missing; set " + option + " to one of "
                    + Layout.shown(String.join(",", names(object))));
        }
        if (!value.isTextual()) {
            throw place.error(subject(name) + " " + rule + " but was " + kind(value));
        }
        return requireUnicode(name, value.textValue(), place);
    }

    /** The field of a name: as it is written before any other case, before one that is nested. */
    private static JsonNode field(JsonNode object, String name, Place place) {
        JsonNode exact = object.get(name);
        return exact != null ? exact : another(object, name, place);
    }

    private static JsonNode another(JsonNode object, String name, Place place) {
        List<String> alike =
                names(object).stream().filter(name::equalsIgnoreCase).toList();
        if (alike.size() > 1) {
            throw place.error(subject(name) + " must come once but came as " + String.join(" and ", alike));
        }
        if (!alike.isEmpty()) {
            return object.path(alike.get(0));
        }
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            JsonNode outer = field(object, name.substring(0, dot), place);
            JsonNode inner =
                    outer.isObject() ? field(outer, name.substring(dot + 1), place) : MissingNode.getInstance();
            if (!inner.isMissingNode()) {
                return inner;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String subject(String name) {
        return "field \"" + name + "\"";
    }

    /** An escape can name half a surrogate pair, which has no UTF-8 form. */
    private static String requireUnicode(String name, String value, Place place) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw place.error(subject(name) + " must be Unicode but had half a surrogate pair");
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
