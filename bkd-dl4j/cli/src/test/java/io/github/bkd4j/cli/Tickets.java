package io.github.bkd4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;

/** A made-up long-tailed corpus: each class has words of its own among words of all. */
final class Tickets {

    private static final List<Topic> TOPICS = List.of(
            new Topic("delivery", 60, "parcel", "courier", "late", "address", "tracking"),
            new Topic("refund", 20, "money", "back", "charge", "paid", "bank"),
            new Topic("fire", 5, "smoke", "battery", "hot", "burn", "danger"));
    private static final List<String> COMMON = List.of("the", "my", "is", "please", "a", "why", "not", "it");

    private Tickets() {}

    private record Topic(String label, int size, List<String> words) {

        Topic(String label, int size, String... words) {
            this(label, size, List.of(words));
        }

        /** Two words of its own, four of all. */
        String line(Random random) {
            List<String> text = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<String> from = i % 3 == 0 ? words : COMMON;
                text.add(from.get(random.nextInt(from.size())));
            }
            return label + "\t" + String.join(" ", text);
        }
    }

    /** 60, 20 and 5 texts. */
    static Path training(Path folder) {
        return write(folder.resolve("training.tsv"), 1, Topic::size);
    }

    /** 8 texts a class. */
    static Path test(Path folder) {
        return write(folder.resolve("test.tsv"), 2, topic -> 8);
    }

    /** A student of the training set, trained for long enough to know its words. */
    static Path model(Path folder) {
        Path model = folder.resolve("tickets.bkd");
        Run.of(
                        "distill",
                        "--train",
                        training(folder),
                        "--out",
                        model,
                        "--teacher",
                        "bag",
                        "--epochs",
                        15,
                        "--batch-size",
                        8)
                .done();
        return model;
    }

    private static Path write(Path file, long seed, ToIntFunction<Topic> size) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (Topic topic : TOPICS) {
            for (int i = 0; i < size.applyAsInt(topic); i++) {
                lines.add(topic.line(random));
            }
        }
        return write(file, lines);
    }

    static Path write(Path file, List<String> lines) {
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
