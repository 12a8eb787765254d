package io.github.bkd4j.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.drift.AnsweredPrior;
import io.github.bkd4j.drift.Histogram;
import io.github.bkd4j.drift.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** A profile of held-out texts as an archive has it. */
record ProfileJson(List<Long> classes, Bins confidence, Bins unknown, double temperature, List<Double> prior) {

    static final String NAME = "profile.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    record Bins(List<Double> edges, List<Long> counts) {

        static Bins of(Histogram histogram) {
            return new Bins(histogram.edges(), histogram.counts());
        }

        Histogram histogram() {
            return new Histogram(edges, counts);
        }
    }

    static byte[] write(Profile profile) {
        try {
            return JSON.writeValueAsBytes(new ProfileJson(
                    profile.classes(),
                    Bins.of(profile.confidence()),
                    Bins.of(profile.unknown()),
                    profile.answered().temperature(),
                    profile.answered().prior()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a profile can be written as JSON", e);
        }
    }

    /** Reads the profile of a classifier of so many classes. */
    static Profile read(byte[] bytes, int classes) {
        try {
            ProfileJson json = Objects.requireNonNull(JSON.readValue(bytes, ProfileJson.class));
            if (json.classes.size() == classes) {
                return new Profile(
                        json.classes,
                        json.confidence.histogram(),
                        json.unknown.histogram(),
                        new AnsweredPrior(json.temperature, json.prior));
            }
        } catch (IOException | NullPointerException | IllegalArgumentException e) {
            throw new IllegalArgumentException(refusal(classes), e);
        }
        throw new IllegalArgumentException(refusal(classes));
    }

    private static String refusal(int classes) {
        return NAME + " must describe a profile of " + classes + " classes but did not";
    }
}
