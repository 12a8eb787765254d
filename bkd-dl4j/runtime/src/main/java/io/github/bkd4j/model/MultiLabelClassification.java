package io.github.bkd4j.model;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Thresholds;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier of label sets says of one instance.
 *
 * @param candidates every label with its probability, the most probable first, equals in the order of the labels
 */
public record MultiLabelClassification(List<Candidate> candidates) {

    /**
     * A label that an instance may have.
     *
     * @param label name of the label
     * @param probability that the instance has it, from 0 to 1; those of several labels need not sum to 1
     * @param isAssigned whether the probability reaches the label's threshold
     */
    public record Candidate(String label, double probability, boolean isAssigned) {}

    /**
     * Copies the candidates.
     *
     * @param candidates see {@link MultiLabelClassification}
     */
    public MultiLabelClassification {
        candidates = List.copyOf(candidates);
    }

    /**
     * The sigmoids of one row of logits.
     *
     * @param logits of a classifier of label sets
     * @param thresholds from which probability on an instance has a label
     * @param instance position of the row
     * @return every label with its probability
     * @throws IllegalArgumentException if the thresholds are of other labels
     */
    public static MultiLabelClassification of(Logits logits, Thresholds thresholds, int instance) {
        boolean[] assigned = new boolean[logits.labels().size()];
        for (int label : thresholds.reached(logits, instance)) {
            assigned[label] = true;
        }
        return new MultiLabelClassification(IntStream.range(0, assigned.length)
                .mapToObj(label ->
                        new Candidate(logits.labels().get(label), logits.probability(instance, label), assigned[label]))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .toList());
    }

    /**
     * The labels that the instance is given.
     *
     * @return those that reach their thresholds, the most probable first; may be empty
     */
    public List<Candidate> assigned() {
        return candidates.stream().filter(Candidate::isAssigned).toList();
    }

    /**
     * The labels that the instance is given, by name.
     *
     * @return those that reach their thresholds, the most probable first; may be empty
     */
    public List<String> labels() {
        return assigned().stream().map(Candidate::label).toList();
    }
}
