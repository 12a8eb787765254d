package io.github.bkd4j.serve;

import static io.github.bkd4j.serve.RequestException.BAD_REQUEST;
import static io.github.bkd4j.serve.RequestException.TOO_LARGE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of a request to classify, and refuses any other with one sentence that repeats none of its texts. */
final class RequestReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int SOME_TOKENS = 5; // of "explain": true
    private static final int DIGITS = 20; // of a number in a message
    private static final int EXPLAINED = 100_000; // characters of a text: longer ones would take seconds

    private final JsonParser parser;
    private final int mostTexts;
    private final Set<String> seen = new HashSet<>();
    private @Nullable List<String> texts;
    private int topK;
    private int tokens;

    private RequestReader(JsonParser parser, int mostTexts) {
        this.parser = parser;
        this.mostTexts = mostTexts;
    }

    static ClassifyRequest read(byte[] body, int mostTexts) {
        try (JsonParser parser = JSON.createParser(body)) {
            return new RequestReader(parser, mostTexts).request();
        } catch (JsonEOFException e) {
            throw refused("body must be JSON but ends too early");
        } catch (JsonProcessingException e) {
            throw refused("body must be JSON but is not, at " + place(e.getLocation()));
        } catch (IOException e) {
            if (e instanceof CharConversionException) {
                throw refused("body must be JSON in UTF-8 but is not");
            }
            throw new UncheckedIOException(e); // reading from memory
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "its start" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private ClassifyRequest request() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "body must be an object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            field(parser.currentName());
        }
        if (parser.nextToken() != null) {
            throw refused("body must be one object but was more");
        }
        if (texts == null) {
            throw refused("text or texts must be given but neither was");
        }
        if (tokens > 0 && texts.stream().anyMatch(text -> text.length() > EXPLAINED)) {
            throw new RequestException(
                    TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "texts must have at most %,d characters to be explained but one had more",
                            EXPLAINED));
        }
        return new ClassifyRequest(texts, topK, tokens);
    }

    private void field(String name) throws IOException {
        if (!seen.add(name)) {
            throw refused(Sentences.quoted(name) + " must be given once but was given twice");
        }
        parser.nextToken();
        switch (name) {
            case "text" -> given(List.of(text("text")));
            case "texts" -> given(texts());
            case "topK" -> topK = number("topK");
            case "explain" -> tokens = tokens();
            default ->
                throw refused("fields must be text, texts, topK or explain but one was " + Sentences.quoted(name));
        }
    }

    private void given(List<String> read) {
        if (texts != null) {
            throw refused("text or texts must be given but both were");
        }
        texts = read;
    }

    private List<String> texts() throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, "texts must be a list of strings");
        List<String> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read.size() == mostTexts) {
                throw new RequestException(
                        TOO_LARGE, String.format(Locale.ROOT, "texts must be at most %,d but were more", mostTexts));
            }
            read.add(text("texts[" + read.size() + "]"));
        }
        if (read.isEmpty()) {
            throw refused("texts must have at least one but had none");
        }
        return read;
    }

    private String text(String name) throws IOException {
        require(parser.currentToken() == JsonToken.VALUE_STRING, name + " must be a string");
        return parser.getText();
    }

    private int tokens() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> SOME_TOKENS;
            case VALUE_FALSE -> 0;
            default -> number("explain");
        };
    }

    private int number(String name) throws IOException {
        require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, name + " must be a whole number >= 1");
        if (parser.getNumberType() != NumberType.INT || parser.getIntValue() < 1) {
            throw refused(name + " must be a whole number >= 1 and below 2^31 but was " + shown(parser.getText()));
        }
        return parser.getIntValue();
    }

    private static String shown(String number) {
        return number.length() > DIGITS ? number.substring(0, DIGITS) + "..." : number;
    }

    private void require(boolean holds, String rule) throws IOException {
        if (!holds) {
            throw refused(rule + " but was " + kind(parser.currentToken()));
        }
    }

    private static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "empty";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "null";
        };
    }

    private static RequestException refused(String sentence) {
        return new RequestException(BAD_REQUEST, sentence);
    }
}
