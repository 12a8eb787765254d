package io.github.bkd4j.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.ImageEncoder;
import io.github.bkd4j.model.Classifier;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** The part of an image classifier that is stored as JSON. Augmentation is left out, because only training uses it. */
record ImageJson(List<String> labels, List<Long> counts, Pixels image, TreeMap<String, String> provenance) {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Pixels(int height, int width, List<Channel> channels) {

        Pixels {
            channels = List.copyOf(channels);
        }
    }

    record Channel(double mean, double deviation) {}

    ImageJson {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
        Objects.requireNonNull(image, "image");
        provenance = new TreeMap<>(provenance);
    }

    static byte[] write(Classifier<?> classifier, ImageEncoder encoder) {
        List<Channel> channels = encoder.channels().stream()
                .map(channel -> new Channel(channel.mean(), channel.deviation()))
                .toList();
        ClassCounts counts = classifier.trainingCounts();
        try {
            return JSON.writeValueAsBytes(new ImageJson(
                    counts.labels(),
                    counts.counts(),
                    new Pixels(encoder.height(), encoder.width(), channels),
                    new TreeMap<>(classifier.provenance().entries())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model's JSON can be written", e);
        }
    }

    static ImageJson read(byte[] bytes) {
        try {
            if (JSON.readTree(bytes).has("text")) {
                throw new IllegalArgumentException("the model must be one of images but is one of texts");
            }
            return Objects.requireNonNull(JSON.readValue(bytes, ImageJson.class));
        } catch (IOException | NullPointerException e) { // the whole JSON may be null
            throw new IllegalArgumentException("model.json must describe an image classifier but did not", e);
        }
    }

    ClassCounts trainingCounts() {
        return new ClassCounts(labels, counts);
    }

    ImageEncoder encoder() {
        return new ImageEncoder(
                Augmentation.NONE,
                image.height,
                image.width,
                image.channels.stream()
                        .map(channel -> new ImageEncoder.Channel(channel.mean, channel.deviation))
                        .toList());
    }
}
