package io.github.bkd4j.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.evaluate.Thresholds;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The thresholds of a classifier of label sets as an archive has them: an array, in the order of the labels. */
final class ThresholdsJson {

    static final String NAME = "thresholds.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ThresholdsJson() {}

    static byte[] write(Thresholds thresholds) {
        try {
            return JSON.writeValueAsBytes(thresholds.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("thresholds can be written as JSON", e);
        }
    }

    static Thresholds read(byte[] bytes, List<String> labels) {
        try {
            List<Double> values = Objects.requireNonNull(JSON.readValue(bytes, new TypeReference<List<Double>>() {}));
            return new Thresholds(labels, values);
        } catch (IOException | NullPointerException e) {
            throw new IllegalArgumentException(NAME + " must be an array of numbers but was not", e);
        }
    }
}
