package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.Checks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.EqualsAndHashCode;

/**
 * The predictions of one trained system for a test set, with the true classes: all that scores and reports need, at a
 * fraction of the size of the logits. Classes are matched by name. Immutable.
 */
@EqualsAndHashCode
public final class Predictions {

    private final List<String> labels; // of the test set, then those that the system alone knows
    private final int[] truth; // [instances]
    private final int[] predicted; // [instances]
    private final double[] confidences; // [instances]
    private final int[] ranks; // [instances]

    private Predictions(List<String> labels, int[] truth, int[] predicted, double[] confidences, int[] ranks) {
        this.labels = labels;
        this.truth = truth;
        this.predicted = predicted;
        this.confidences = confidences;
        this.ranks = ranks;
    }

    /**
     * Keeps the top class of each instance, its probability, and the rank of the true class.
     *
     * @param logits one row per instance of the test set
     * @param test the truth, at least one instance
     * @return the predictions
     * @throws IllegalArgumentException if the test set is empty, or the logits do not have one finite row per instance
     */
    public static Predictions of(Logits logits, Corpus<?> test) {
        Checks.require(test.size() > 0, "test set must have at least one instance but had none");
        logits.requireFiniteRows(test.size());
        List<String> labels = Stream.concat(test.labels().stream(), logits.labels().stream())
                .distinct()
                .toList();
        int[] classes = logits.labels().stream().mapToInt(labels::indexOf).toArray(); // [classes of the logits]
        int[] columns = labels.stream().mapToInt(logits.labels()::indexOf).toArray(); // [classes], -1 if unknown
        return new Predictions(
                labels,
                test.classes(),
                IntStream.range(0, test.size()).map(i -> classes[logits.top(i)]).toArray(),
                IntStream.range(0, test.size())
                        .mapToDouble(i -> logits.probabilities(i)[logits.top(i)])
                        .toArray(),
                IntStream.range(0, test.size())
                        .map(i -> rank(logits.row(i), columns[test.classOf(i)]))
                        .toArray());
    }

    /** Rank of a class, from 0; ties go to the first class, and a class unknown to the logits comes last. */
    private static int rank(float[] row, int column) {
        return column < 0
                ? Integer.MAX_VALUE
                : (int) IntStream.range(0, row.length)
                        .filter(c -> row[c] > row[column] || (row[c] == row[column] && c < column))
                        .count();
    }

    /**
     * Number of instances.
     *
     * @return at least 1
     */
    public int size() {
        return truth.length;
    }

    /**
     * The classes.
     *
     * @return those of the test set in its order, then those that the system alone knows
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * The class of an instance.
     *
     * @param instance position of the instance
     * @return position in {@link #labels()}, the same as in the test set
     */
    public int truth(int instance) {
        return truth[instance];
    }

    /**
     * The predicted class of an instance.
     *
     * @param instance position of the instance
     * @return position in {@link #labels()}
     */
    public int predicted(int instance) {
        return predicted[instance];
    }

    /**
     * Whether an instance was classified correctly.
     *
     * @param instance position of the instance
     * @return whether truth and prediction agree
     */
    public boolean isRight(int instance) {
        return truth[instance] == predicted[instance];
    }

    /**
     * The probability of the predicted class.
     *
     * @param instance position of the instance
     * @return in [0, 1]
     */
    public double confidence(int instance) {
        return confidences[instance];
    }

    /**
     * Top-k accuracy: share of the instances whose class is among the k highest scores; ties go to the first class.
     *
     * @param k at least 1
     * @return in [0, 1]; a class that the system does not know is never right
     * @throws IllegalArgumentException if {@code k} is out of range
     */
    public double topAccuracy(int k) {
        Checks.atLeast("k", 1, k);
        return (double) IntStream.of(ranks).filter(rank -> rank < k).count() / size();
    }

    /**
     * The confusion matrix.
     *
     * @return counts over {@link #labels()}
     */
    public Confusion confusion() {
        return new Confusion(this);
    }

    /**
     * The reliability diagram.
     *
     * @return 15 bins of equal width, from the least confident to the most
     */
    public List<ReliabilityBin> reliability() {
        return Calibration.bins(this);
    }

    ClassTotals totals() {
        return new ClassTotals(this, IntStream.range(0, size()).toArray());
    }
}
