package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.io.Checks;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From which probability on an instance has a label: one threshold per label.
 *
 * <pre>{@code
 * Thresholds thresholds = Thresholds.perLabel(
 *         classifier.predict(validation.instances()), validation, classifier.trainingCounts());
 * }</pre>
 *
 * @param labels names, in the order of the logits
 * @param values one per label, in [0, 1]
 */
public record Thresholds(List<String> labels, List<Double> values) {

    /** The threshold where none is chosen. */
    public static final double HALF = 0.5;

    /**
     * Checks that there is one per label.
     *
     * @param labels see {@link Thresholds}
     * @param values see {@link Thresholds}
     * @throws IllegalArgumentException if their numbers differ, or a value is not in [0, 1]
     */
    public Thresholds {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
        Checks.require(
                labels.size() == values.size(),
                "thresholds must be one per label, " + labels.size() + ", but were " + values.size());
        for (int c = 0; c < values.size(); c++) {
            Checks.inUnitInterval("threshold of label '" + labels.get(c) + "'", values.get(c));
        }
    }

    /**
     * One threshold for all labels.
     *
     * @param labels names, in the order of the logits
     * @param value in [0, 1]
     * @return the same for each
     * @throws IllegalArgumentException if the value is out of range
     */
    public static Thresholds all(List<String> labels, double value) {
        return new Thresholds(labels, Collections.nCopies(labels.size(), value));
    }

    /**
     * Chooses one threshold for all labels, that of the largest macro-F1.
     *
     * @param logits of a system that has not learnt from these instances
     * @param truth their labels, of the same names in the same order
     * @return the same for each, a multiple of 0.01; of equally good ones the nearest to 0.5
     * @throws IllegalArgumentException if the labels differ, there is no instance, or none has a label
     */
    public static Thresholds one(Logits logits, MultiLabelCorpus<?> truth) {
        return all(logits.labels(), new ThresholdChoice(logits, truth).forAll());
    }

    /**
     * Chooses a threshold for each label, that of its largest F1. Rare labels are shrunk: to the counts of a label,
     * those of all labels of its group by shots are added as if they were of 10 instances. So a label of 3 instances
     * has nearly the threshold of its group, and one of 1,000 its own.
     *
     * @param logits of a system that has not learnt from these instances
     * @param truth their labels, of the same names in the same order
     * @param training training instances of each label, which decide the groups, in the same order
     * @return multiples of 0.01; of equally good ones the nearest to 0.5
     * @throws IllegalArgumentException if the labels differ, there is no instance, or none has a label
     */
    public static Thresholds perLabel(Logits logits, MultiLabelCorpus<?> truth, ClassCounts training) {
        requireSame(logits.labels(), training.labels());
        return new Thresholds(logits.labels(), new ThresholdChoice(logits, truth).perLabel(training));
    }

    /**
     * The labels whose probability reaches their threshold.
     *
     * @param logits over the same labels in the same order
     * @param instance position of the instance
     * @return positions of the labels, ascending
     * @throws IllegalArgumentException if the labels differ, or the logits are silent on the instance
     */
    public int[] reached(Logits logits, int instance) {
        requireSame(logits.labels(), labels);
        return IntStream.range(0, values.size())
                .filter(c -> logits.probability(instance, c) >= values.get(c))
                .toArray();
    }

    private static void requireSame(List<String> logits, List<String> labels) {
        if (!labels.equals(logits)) {
            throw new IllegalArgumentException("thresholds must be of the labels of the logits, "
                    + Warnings.list(logits) + ", but were of " + Warnings.list(labels));
        }
    }
}
