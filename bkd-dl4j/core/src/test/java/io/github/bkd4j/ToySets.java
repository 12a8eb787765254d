package io.github.bkd4j;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up texts with sets of labels: a label that a text has puts one of its three words into it. */
public final class ToySets {

    private static final List<String> LABELS = List.of("a", "b", "c");
    private static final double[] RATES = {0.5, 0.3, 0.1};

    private ToySets() {}

    /** About half of the texts have a, three tenths b and one tenth c; some have none. */
    public static MultiLabelCorpus<String> corpus(long seed, int texts) {
        Random random = new Random(seed);
        List<MultiLabeled<String>> rows = new ArrayList<>();
        for (int row = 0; row < texts; row++) {
            int number = row;
            List<String> labels = IntStream.range(0, 3)
                    .filter(c -> number == c || random.nextDouble() < RATES[c]) // each label occurs
                    .mapToObj(LABELS::get)
                    .toList();
            rows.add(new MultiLabeled<>(text(labels, random), labels));
        }
        return MultiLabelCorpus.of(rows);
    }

    private static String text(List<String> labels, Random random) {
        return "noise" + random.nextInt(5)
                + labels.stream()
                        .map(label -> " " + label + "word" + random.nextInt(3))
                        .collect(Collectors.joining());
    }

    /** Knows the words, and is sure of it. */
    public static Predictor<String> teacher() {
        return texts -> new Logits(
                LABELS,
                texts.stream()
                        .map(text -> new float[] {sure(text, "a"), sure(text, "b"), sure(text, "c")})
                        .toArray(float[][]::new));
    }

    private static float sure(String text, String label) {
        return text.contains(label + "word") ? 4 : -4;
    }
}
