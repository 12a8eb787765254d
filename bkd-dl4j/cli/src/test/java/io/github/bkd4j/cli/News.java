package io.github.bkd4j.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up texts with sets of labels: each label puts a word of its own into the text. */
final class News {

    static final List<String> LABELS = List.of("grain", "oil", "ship");

    private News() {}

    /** A label is on one text in two, in four or in six, and on at least one. */
    static Path write(Path file, long seed, int texts) {
        Random random = new Random(seed);
        List<String> lines = IntStream.range(0, texts)
                .mapToObj(row -> line(
                        IntStream.range(0, 3)
                                .filter(c -> row == c || random.nextDouble() < 0.5 / (c + 1))
                                .mapToObj(LABELS::get)
                                .toList(),
                        random))
                .toList();
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of JSON Lines. */
    static String line(List<String> labels, Random random) {
        String text = "news" + random.nextInt(5)
                + labels.stream()
                        .map(label -> " " + label + "word" + random.nextInt(2))
                        .collect(Collectors.joining());
        String array = labels.stream().map(label -> '"' + label + '"').collect(Collectors.joining(", "));
        return "{\"labels\": [" + array + "], \"text\": \"" + text + "\"}";
    }
}
