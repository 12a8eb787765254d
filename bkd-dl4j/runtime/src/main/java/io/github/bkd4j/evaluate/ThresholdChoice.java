package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.io.Checks;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** For each threshold from 0.01 to 0.99, how often each label reaches it, and how often rightly. */
final class ThresholdChoice {

    private static final int STEPS = 100; // thresholds are multiples of 1 / STEPS
    private static final double PSEUDO_INSTANCES = 10;

    private final int labels;
    private final double[] instances; // [labels]
    private final double[][] predictions; // [steps][labels], row 0 unused
    private final double[][] hits; // [steps][labels]

    ThresholdChoice(Logits logits, MultiLabelCorpus<?> truth) {
        Checks.require(
                logits.labels().equals(truth.labels()),
                "logits must be of the labels of the corpus, " + Warnings.list(truth.labels()) + ", but were of "
                        + Warnings.list(logits.labels()));
        logits.requireFiniteRows(truth.size());
        this.labels = truth.labels().size();
        this.instances = truth.counts().stream().asDoubleStream().toArray();
        Checks.require(
                IntStream.range(0, labels).anyMatch(label -> instances[label] > 0),
                "thresholds must be chosen on instances with a label but there was none");
        this.predictions = new double[STEPS][labels];
        this.hits = new double[STEPS][labels];
        for (int i = 0; i < truth.size(); i++) {
            for (int label = 0; label < labels; label++) {
                count(logits.probability(i, label), label, truth.has(i, label));
            }
        }
    }

    private void count(double probability, int label, boolean isTrue) {
        for (int step = 1; step < STEPS && probability >= threshold(step); step++) {
            predictions[step][label]++;
            hits[step][label] += isTrue ? 1 : 0;
        }
    }

    private static double threshold(int step) {
        return (double) step / STEPS;
    }

    /** The threshold of the largest mean F1 over the labels that occur. */
    double forAll() {
        int[] present =
                IntStream.range(0, labels).filter(label -> instances[label] > 0).toArray();
        return best(step -> IntStream.of(present)
                .mapToDouble(label -> f1(hits[step][label], predictions[step][label], instances[label]))
                .sum());
    }

    /** The threshold of the largest F1 of each label, the counts of its group added as a few instances. */
    List<Double> perLabel(ClassCounts training) {
        int[][] groups = groups(training);
        return IntStream.range(0, labels)
                .mapToObj(label -> forLabel(label, groups[label]))
                .toList();
    }

    /** The labels that a label is shrunk towards, itself among them. */
    private int[][] groups(ClassCounts training) {
        int[] all = IntStream.range(0, labels).toArray();
        int[][] groups = Collections.nCopies(labels, all).toArray(int[][]::new);
        ShotGroups shots = ShotGroups.of(training);
        Partition.SHOTS.groups().stream().map(shots::classes).forEach(classes -> {
            int[] group = classes.stream().mapToInt(label -> label).toArray();
            if (sum(instances, group) > 0) {
                classes.forEach(label -> groups[label] = group);
            }
        });
        return groups;
    }

    private double forLabel(int label, int[] group) {
        double weight = PSEUDO_INSTANCES / sum(instances, group);
        return best(step -> f1(
                hits[step][label] + weight * sum(hits[step], group),
                predictions[step][label] + weight * sum(predictions[step], group),
                instances[label] + PSEUDO_INSTANCES));
    }

    private static double sum(double[] values, int[] positions) {
        return IntStream.of(positions).mapToDouble(i -> values[i]).sum();
    }

    private static double f1(double hits, double predictions, double instances) {
        return ClassScores.share(2 * hits, predictions + instances);
    }

    /** Of equally good ones the nearest to 0.5. */
    private static double best(IntToDoubleFunction score) {
        int best = STEPS / 2;
        double most = score.applyAsDouble(best);
        for (int distance = 1; distance < STEPS / 2; distance++) {
            for (int step : new int[] {STEPS / 2 - distance, STEPS / 2 + distance}) {
                double reached = score.applyAsDouble(step);
                if (reached > most) {
                    best = step;
                    most = reached;
                }
            }
        }
        return threshold(best);
    }
}
