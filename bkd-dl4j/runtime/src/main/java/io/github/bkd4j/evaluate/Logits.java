package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unnormalised log-probabilities, one row per instance. The rows are shared, not copied: treat them as immutable.
 * Partial logits have no prediction for some instances; they are called silent there.
 */
public final class Logits {

    private final List<String> labels;
    private final float[][] values; // [instances, classes]
    private final BitSet silent; // instances

    /**
     * Creates logits with a prediction for every instance.
     *
     * @param labels the classes, in the order of the columns, at least one
     * @param values {@code [instances, classes]}
     * @throws IllegalArgumentException if there is no class, or a row has another width than there are labels
     */
    public Logits(List<String> labels, float[][] values) {
        this(labels, values, new BitSet());
    }

    private Logits(List<String> labels, float[][] values, BitSet silent) {
        this.labels = List.copyOf(labels);
        this.values = values;
        this.silent = silent;
        Checks.require(!labels.isEmpty(), "logits must have at least one class but had none");
        for (int row = 0; row < values.length; row++) {
            if (values[row].length != labels.size()) {
                throw new IllegalArgumentException("logits must be [" + values.length + ", " + labels.size()
                        + "] but row " + row + " had " + values[row].length + " columns");
            }
        }
    }

    /**
     * Creates partial logits.
     *
     * @param labels the classes, in the order of the columns, at least one
     * @param rows {@code [instances, classes]}, null for an instance without a prediction
     * @return logits that are silent on some instances
     * @throws IllegalArgumentException if there is no class, or a row has another width than there are labels
     */
    public static Logits partial(List<String> labels, float[] @Nullable [] rows) {
        float[] nothing = new float[labels.size()];
        float[][] values = new float[rows.length][]; // [instances, classes]
        BitSet silent = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            float[] row = rows[i];
            values[i] = row == null ? nothing : row;
            silent.set(i, row == null);
        }
        return new Logits(labels, values, silent);
    }

    /**
     * Appends other logits.
     *
     * @param others over the same labels in the same order
     * @return these rows, then the others
     * @throws IllegalArgumentException if the labels differ
     */
    public Logits and(Logits others) {
        Checks.require(
                others.labels.equals(labels),
                "logits to be joined must have the labels " + labels + " but had " + others.labels);
        float[][] joined = Arrays.copyOf(values, size() + others.size());
        System.arraycopy(others.values, 0, joined, size(), others.size());
        BitSet allSilent = (BitSet) silent.clone();
        others.silent.stream().forEach(i -> allSilent.set(size() + i));
        return new Logits(labels, joined, allSilent);
    }

    /**
     * Number of instances.
     *
     * @return rows, silent ones included
     */
    public int size() {
        return values.length;
    }

    /**
     * The classes.
     *
     * @return names in the order of the columns
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * Whether there is a prediction for an instance.
     *
     * @param instance position of the instance
     * @return false where the logits are silent
     */
    public boolean speaks(int instance) {
        return !silent.get(instance);
    }

    /**
     * Refuses partial logits.
     *
     * @throws IllegalArgumentException if the logits are silent on an instance
     */
    public void requireComplete() {
        if (!silent.isEmpty()) {
            throw new IllegalArgumentException(
                    "logits must have a row for every instance but were silent on instance " + silent.nextSetBit(0));
        }
    }

    /** Refuses logits that have not one row of finite numbers for each instance of a test set. */
    void requireFiniteRows(int instances) {
        Checks.require(
                size() == instances, "logits must have one row an instance, " + instances + ", but had " + size());
        requireComplete();
        for (int i = 0; i < instances; i++) {
            for (int c = 0; c < labels.size(); c++) {
                if (!Float.isFinite(values[i][c])) {
                    throw new IllegalArgumentException("logits of instance " + i + " must be finite but class '"
                            + labels.get(c) + "' had " + values[i][c]);
                }
            }
        }
    }

    /**
     * Refuses logits over other classes than those of a training split.
     *
     * @param training the labels of the training split
     * @throws CorpusException if the classes or their order differ
     */
    public void requireClassesOf(List<String> training) {
        List<String> lacking = without(training, labels);
        List<String> besides = without(labels, training);
        if (!lacking.isEmpty() || !besides.isEmpty()) {
            throw new CorpusException("teacher must know the classes of the training split and no others, but lacked "
                    + named(lacking) + " and had " + named(besides) + " besides");
        }
        for (int c = 0; c < training.size(); c++) {
            if (!labels.get(c).equals(training.get(c))) {
                throw new CorpusException(
                        "teacher must know the classes of the training split in their order, but class " + c
                                + " must be '" + training.get(c) + "' and was '" + labels.get(c) + "'");
            }
        }
    }

    private static List<String> without(List<String> labels, List<String> others) {
        Set<String> left = new LinkedHashSet<>(labels);
        others.forEach(left::remove);
        return List.copyOf(left);
    }

    private static String named(List<String> labels) {
        return labels.isEmpty() ? "none" : Warnings.list(labels);
    }

    /**
     * One instance's logits.
     *
     * @param instance position of the instance
     * @return {@code [classes]}, shared
     * @throws IllegalArgumentException if the logits are silent on the instance
     */
    public float[] row(int instance) {
        if (!speaks(instance)) {
            throw new IllegalArgumentException(
                    "logits must have a row for instance " + instance + " but were silent on it");
        }
        return values[instance];
    }

    /**
     * The class scored highest.
     *
     * @param instance position of the instance
     * @return position in {@link #labels()}; of equals the first
     * @throws IllegalArgumentException if the logits are silent on the instance
     */
    public int top(int instance) {
        float[] row = row(instance);
        int top = 0;
        for (int c = 1; c < row.length; c++) {
            top = row[c] > row[top] ? c : top;
        }
        return top;
    }

    /**
     * One instance's softmax, from log-probabilities in double precision.
     *
     * @param instance position of the instance
     * @return probabilities {@code [classes]}, summing to 1, a fresh array
     * @throws IllegalArgumentException if the logits are silent on the instance
     */
    public double[] probabilities(int instance) {
        return probabilities(instance, 1);
    }

    /**
     * One instance's softmax at a temperature.
     *
     * @param instance position of the instance
     * @param temperature what the logits are divided by, above 0
     * @return probabilities {@code [classes]}, summing to 1, a fresh array
     * @throws IllegalArgumentException if the logits are silent on the instance
     */
    public double[] probabilities(int instance, double temperature) {
        double[] probabilities = logProbabilities(instance, 1 / temperature);
        for (int c = 0; c < probabilities.length; c++) {
            probabilities[c] = Math.exp(probabilities[c]);
        }
        return probabilities;
    }

    /**
     * The probability of one label by itself, where labels do not exclude each other: the logistic sigmoid.
     *
     * @param instance position of the instance
     * @param label position in {@link #labels()}
     * @return in [0, 1]
     * @throws IllegalArgumentException if the logits are silent on the instance
     */
    public double probability(int instance, int label) {
        return 1 / (1 + Math.exp(-(double) row(instance)[label]));
    }

    /**
     * One instance's log-softmax, in double precision.
     *
     * @param instance position of the instance
     * @return {@code [classes]}, none above 0, a fresh array
     * @throws IllegalArgumentException if the logits are silent on the instance
     */
    public double[] logProbabilities(int instance) {
        return logProbabilities(instance, 1);
    }

    private double[] logProbabilities(int instance, double scale) {
        float[] row = row(instance);
        double[] logProbabilities = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            logProbabilities[c] = row[c];
        }
        LogSumExp.logSoftmax(logProbabilities, scale, logProbabilities);
        return logProbabilities;
    }
}
