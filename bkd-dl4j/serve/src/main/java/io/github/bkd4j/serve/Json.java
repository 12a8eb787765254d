package io.github.bkd4j.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON into memory. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final double STEP = 1e6; // six decimals: more would claim what single precision has not

    private Json() {}

    /** Writes a value. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static byte[] bytes(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory
        }
        return bytes.toByteArray();
    }

    /** A field that holds a number with at most six decimals. */
    static void number(JsonGenerator json, String field, double value) throws IOException {
        json.writeNumberField(field, Math.round(value * STEP) / STEP);
    }

    /** What a client is told of a request that is refused. */
    static byte[] error(String sentence) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("error", sentence);
            json.writeEndObject();
        });
    }
}
