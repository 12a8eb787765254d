package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well scores rank the labels of a text, and the texts of a label, whatever the thresholds. A label that the system
 * does not know is scored below all others.
 */
final class Ranking {

    private final MultiLabelCorpus<?> test;
    private final float[][] scores; // [instances][labels of the test set, then those of the system alone]

    Ranking(Logits logits, MultiLabelCorpus<?> test) {
        this.test = test;
        List<String> labels = MultiLabelPredictions.labels(logits, test);
        int[] columns = labels.stream().mapToInt(logits.labels()::indexOf).toArray(); // -1 if unknown
        this.scores = new float[test.size()][columns.length];
        for (int i = 0; i < scores.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                scores[i][c] = columns[c] < 0 ? Float.NEGATIVE_INFINITY : logits.row(i)[columns[c]];
            }
        }
    }

    /** Mean over the labels that occur of the average precision of the texts ranked by the label's score. */
    double macroAveragePrecision() {
        ClassCounts counts = test.counts();
        return IntStream.range(0, counts.classes())
                .filter(label -> counts.count(label) > 0)
                .mapToDouble(this::averagePrecision)
                .average()
                .orElseThrow();
    }

    /** Sum over the ranks of precision times the gain in recall; equal scores have one rank. */
    private double averagePrecision(int label) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i][label]));
        double sum = 0;
        int hits = 0;
        int before = 0; // hits above the rank
        for (int i = 0; i < order.length; i++) {
            hits += test.has(order[i], label) ? 1 : 0;
            boolean isLastOfEquals = i == order.length - 1 || scores[order[i + 1]][label] < scores[order[i]][label];
            if (isLastOfEquals) {
                sum += (hits - before) * (double) hits / (i + 1);
                before = hits;
            }
        }
        return sum / hits;
    }

    /**
     * Mean over the texts of the mean over a text's labels of the share of true ones among those scored as high: 1 for
     * a text without a label, or with all.
     */
    double labelRankingAveragePrecision() {
        return IntStream.range(0, scores.length)
                .mapToDouble(this::labelRankingAveragePrecision)
                .average()
                .orElseThrow();
    }

    private double labelRankingAveragePrecision(int instance) {
        int[] truth = test.labelsOf(instance);
        float[] row = scores[instance];
        if (truth.length == 0 || truth.length == row.length) {
            return 1;
        }
        return IntStream.of(truth)
                .mapToDouble(label -> {
                    long rank = IntStream.range(0, row.length)
                            .filter(other -> row[other] >= row[label])
                            .count();
                    long hits = IntStream.of(truth)
                            .filter(other -> row[other] >= row[label])
                            .count();
                    return (double) hits / rank;
                })
                .average()
                .orElseThrow();
    }

    /** Mean over the texts of the share of the k labels scored highest that are true; of equals the first. */
    double precisionAt(int k) {
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> hitsAt(k, i) / (double) k)
                .average()
                .orElseThrow();
    }

    /** Mean over the texts with a label of the share of its labels that are among the k scored highest. */
    double recallAt(int k) {
        return IntStream.range(0, scores.length)
                .filter(i -> test.labelsOf(i).length > 0)
                .mapToDouble(i -> hitsAt(k, i) / (double) test.labelsOf(i).length)
                .average()
                .orElse(0);
    }

    private long hitsAt(int k, int instance) {
        float[] row = scores[instance];
        return IntStream.of(test.labelsOf(instance))
                .filter(label -> IntStream.range(0, row.length)
                                .filter(other -> row[other] > row[label] || (row[other] == row[label] && other < label))
                                .count()
                        < k)
                .count();
    }
}
