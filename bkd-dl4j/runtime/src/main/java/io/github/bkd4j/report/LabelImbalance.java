package io.github.bkd4j.report;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How unevenly labels occur, and which occur together: Charte et al., Addressing Imbalance in Multilabel
 * Classification, Neurocomputing 163, 2015 (IRLbl, MeanIR, CVIR), and Charte et al., Dealing with Difficult Minority
 * Labels in Imbalanced Multilabel Data Sets, Neurocomputing 326, 2019 (SCUMBLE).
 */
final class LabelImbalance {

    private final MultiLabelCorpus<?> corpus;
    private final ClassCounts counts;
    private final int[][]
            together; // [labels][labels], texts that have both; of one label with itself those of the label
    private final int[] alone; // [labels], texts that have no other label

    /** Two labels and the texts that have both. */
    record Pair(int label, int other, int texts) {}

    LabelImbalance(MultiLabelCorpus<?> corpus) {
        this.corpus = corpus;
        this.counts = corpus.counts();
        this.together = new int[counts.classes()][counts.classes()];
        this.alone = new int[counts.classes()];
        for (int row = 0; row < corpus.size(); row++) {
            int[] set = corpus.labelsOf(row);
            for (int label : set) {
                IntStream.of(set).forEach(other -> together[label][other]++);
                alone[label] += set.length == 1 ? 1 : 0;
            }
        }
    }

    int alone(int label) {
        return alone[label];
    }

    /** Texts of the most common label over those of this one; infinite for one without a text. */
    double ratio(int label) {
        return (double) counts.stream().max().orElse(0) / counts.count(label);
    }

    private DoubleStream ratios() {
        return IntStream.range(0, counts.classes())
                .filter(label -> counts.count(label) > 0)
                .mapToDouble(this::ratio);
    }

    double meanRatio() {
        return ratios().average().orElse(Double.NaN);
    }

    /** Standard deviation of the ratios over their mean; 0 if there is one label alone. */
    double variationOfRatios() {
        double mean = meanRatio();
        long labels = ratios().count();
        double squares = ratios().map(ratio -> (ratio - mean) * (ratio - mean)).sum();
        return labels < 2 ? 0 : Math.sqrt(squares / (labels - 1)) / mean;
    }

    /**
     * Mean over the texts with a label of 1 less the geometric over the arithmetic mean of their labels' ratios: 0
     * where labels are as common as those beside them.
     */
    double concurrence() {
        return IntStream.range(0, corpus.size())
                .mapToObj(corpus::labelsOf)
                .filter(set -> set.length > 0)
                .mapToDouble(this::concurrence)
                .average()
                .orElse(0);
    }

    private double concurrence(int[] set) {
        double arithmetic = IntStream.of(set).mapToDouble(this::ratio).average().orElseThrow();
        double logarithm = IntStream.of(set)
                .mapToDouble(label -> Math.log(ratio(label)))
                .average()
                .orElseThrow();
        return 1 - Math.exp(logarithm) / arithmetic;
    }

    /** Labels that share texts, those with the most shared texts first. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int label = 0; label < together.length; label++) {
            for (int other = label + 1; other < together.length; other++) {
                if (together[label][other] > 0) {
                    pairs.add(new Pair(label, other, together[label][other]));
                }
            }
        }
        pairs.sort(Comparator.comparingInt((Pair pair) -> -pair.texts()));
        return pairs;
    }
}
