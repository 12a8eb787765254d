package io.github.bkd4j.report;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.List;
import java.util.stream.IntStream;

/** A small test set, and systems that say what they are told to. */
final class Answers {

    /** A class of each shot and each third. */
    static final ClassCounts TRAINING = new ClassCounts(List.of("big", "fair", "small"), List.of(200L, 50L, 5L));

    /** Four texts of class big, two of class fair, two of class small. */
    static final Corpus<String> TEST = Corpus.of(List.of(
            new Labeled<>("one", "big"),
            new Labeled<>("two", "big"),
            new Labeled<>("three", "big"),
            new Labeled<>("four", "big"),
            new Labeled<>("five", "fair"),
            new Labeled<>("six", "fair"),
            new Labeled<>("seven", "small"),
            new Labeled<>("eight", "small")));

    private Answers() {}

    /** Names the classes by their first letters, one an instance: {@code bbbbffss} is always right. */
    static Predictor<String> of(String letters) {
        float[][] rows =
                letters.chars().mapToObj(letter -> row((char) letter)).toArray(float[][]::new); // [instances, classes]
        return texts -> new Logits(TRAINING.labels(), rows);
    }

    /** Softmax gives the class named 0.8, the others 0.1 each. */
    private static float[] row(char letter) {
        float[] row = new float[TRAINING.classes()];
        IntStream.range(0, row.length)
                .filter(c -> TRAINING.labels().get(c).charAt(0) == letter)
                .forEach(c -> row[c] = (float) Math.log(8));
        return row;
    }
}
