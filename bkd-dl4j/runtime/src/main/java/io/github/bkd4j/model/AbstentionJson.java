package io.github.bkd4j.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.AbstentionGoal;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Thresholds of confidence as an archive has them; one of a classifier that never answers is "Infinity". */
record AbstentionJson(String goal, double threshold, TreeMap<String, Double> groups) {

    static final String NAME = "abstention.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] write(Abstention abstention) {
        TreeMap<String, Double> groups = new TreeMap<>();
        abstention.byGroup().forEach((group, threshold) -> groups.put(group.toString(), threshold));
        try {
            return JSON.writeValueAsBytes(
                    new AbstentionJson(abstention.goal().toString(), abstention.threshold(), groups));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("thresholds can be written as JSON", e);
        }
    }

    static Abstention read(byte[] bytes) {
        try {
            AbstentionJson json = Objects.requireNonNull(JSON.readValue(bytes, AbstentionJson.class));
            Map<Group, Double> groups = new EnumMap<>(Group.class);
            json.groups.forEach((group, threshold) ->
                    groups.put(Group.valueOf(group.toUpperCase(Locale.ROOT)), Objects.requireNonNull(threshold)));
            return new Abstention(AbstentionGoal.of(json.goal), json.threshold, groups);
        } catch (IOException | NullPointerException | IllegalArgumentException e) {
            throw new IllegalArgumentException(NAME + " must describe thresholds but did not", e);
        }
    }
}
