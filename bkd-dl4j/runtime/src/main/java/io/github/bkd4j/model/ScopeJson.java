package io.github.bkd4j.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.scope.ScopeDetector;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** A detector of texts out of scope as an archive has it. */
record ScopeJson(List<Double> means, List<Double> deviations, List<Double> weights) {

    static final String NAME = "scope.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] write(ScopeDetector detector) {
        try {
            return JSON.writeValueAsBytes(new ScopeJson(detector.means(), detector.deviations(), detector.weights()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a detector can be written as JSON", e);
        }
    }

    static ScopeDetector read(byte[] bytes) {
        try {
            ScopeJson json = Objects.requireNonNull(JSON.readValue(bytes, ScopeJson.class));
            return new ScopeDetector(json.means, json.deviations, json.weights);
        } catch (IOException | NullPointerException | IllegalArgumentException e) {
            throw new IllegalArgumentException(NAME + " must describe a detector but did not", e);
        }
    }
}
