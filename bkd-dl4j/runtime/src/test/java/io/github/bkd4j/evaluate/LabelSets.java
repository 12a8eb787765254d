package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Test sets of label sets, and systems that answer them. */
final class LabelSets {

    static final List<String> LABELS = List.of("a", "b", "c", "d");

    private LabelSets() {}

    /** Texts with labels written as letters: {@code "ab"}. */
    static MultiLabelCorpus<String> corpus(String... sets) {
        return MultiLabelCorpus.of(IntStream.range(0, sets.length)
                .mapToObj(i -> MultiLabeled.of(
                        "text " + i,
                        sets[i].chars().mapToObj(Character::toString).toList()))
                .toList());
    }

    /** Of the four labels, each rarer than the one before it. */
    static MultiLabelCorpus<String> random(int size, long seed) {
        Random random = new Random(seed);
        List<MultiLabeled<String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(MultiLabeled.of(
                    "text " + i,
                    LABELS.stream()
                            .filter(label -> random.nextDouble() < Math.pow(0.5, 1 + LABELS.indexOf(label)))
                            .toList()));
        }
        return MultiLabelCorpus.of(rows);
    }

    /** A system whose decision on each label of each text is right with a probability, whatever else. */
    static Predictor<String> rightIn(double share, MultiLabelCorpus<String> truth, long seed) {
        Random random = new Random(seed);
        float[][] logits = new float[truth.size()][LABELS.size()];
        for (int i = 0; i < logits.length; i++) {
            for (int label = 0; label < LABELS.size(); label++) {
                int position = truth.labels().indexOf(LABELS.get(label));
                boolean is = position >= 0 && truth.has(i, position);
                logits[i][label] = (is == random.nextDouble() < share) ? 1 : -1;
            }
        }
        return texts -> new Logits(LABELS, logits);
    }

    /** Logits of answers written as letters: 2 for those, -2 for others. */
    static Logits answers(String... sets) {
        float[][] logits = new float[sets.length][LABELS.size()];
        for (int i = 0; i < sets.length; i++) {
            for (int label = 0; label < LABELS.size(); label++) {
                logits[i][label] = sets[i].contains(LABELS.get(label)) ? 2 : -2;
            }
        }
        return new Logits(LABELS, logits);
    }

    static Thresholds half() {
        return Thresholds.all(LABELS, Thresholds.HALF);
    }
}
