package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often a system classified each instance of a test set correctly: 0 or 1 if it was trained once, else the share of
 * its trainings (seeds) that did. Immutable.
 */
public final class Correctness {

    private final int[] classes; // [instances]
    private final double[] shares; // [instances]
    private final Strata strata;

    /**
     * Creates it from the shares.
     *
     * @param classes the true class of each instance, {@code [instances]}, at least one
     * @param shares share of the trainings that classified the instance correctly, {@code [instances]}, each in [0, 1]
     * @throws IllegalArgumentException if there is no instance, the lengths differ, or a share is out of range
     */
    public Correctness(int[] classes, double[] shares) {
        this.classes = classes.clone();
        this.shares = shares.clone();
        this.strata = new Strata(classes);
        Checks.require(
                classes.length == shares.length,
                "shares must have one entry an instance, " + classes.length + ", but had " + shares.length);
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] >= 0 && shares[i] <= 1)) {
                throw new IllegalArgumentException(
                        "share of instance " + i + " must be in [0, 1] but was " + shares[i]);
            }
        }
    }

    /**
     * Compares predictions with the truth; classes are matched by name.
     *
     * @param test the truth, at least one instance
     * @param runs one system's logits of the test set, one element per training, at least one
     * @return the share of the runs whose top class is right, for each instance
     * @throws IllegalArgumentException if there is no instance or no run, or a run is does not have one row per
     *     instance
     */
    public static Correctness of(Corpus<?> test, List<Logits> runs) {
        return of(runs.stream().map(run -> Predictions.of(run, test)).toList());
    }

    /**
     * Averages the correctness over the trainings of a system.
     *
     * @param runs one system's predictions on the same test set, one element per training, at least one
     * @return the share of the runs whose prediction is right, for each instance
     * @throws IllegalArgumentException if there is no run, or the test sets differ
     */
    public static Correctness of(List<Predictions> runs) {
        Checks.require(!runs.isEmpty(), "a system must have at least one run but had none");
        int[] classes = truth(runs.get(0));
        runs.forEach(run -> requireSameTestSet(classes, truth(run)));
        IntToDoubleFunction share =
                i -> (double) runs.stream().filter(run -> run.isRight(i)).count() / runs.size();
        return new Correctness(
                classes, IntStream.range(0, classes.length).mapToDouble(share).toArray());
    }

    private static int[] truth(Predictions run) {
        return IntStream.range(0, run.size()).map(run::truth).toArray();
    }

    private static void requireSameTestSet(int[] one, int[] other) {
        Checks.require(
                Arrays.equals(one, other), "systems must be compared on the same test set but their classes differ");
    }

    /** The instances of some classes alone; empty if there is none. */
    Optional<Correctness> only(Set<Integer> kept) {
        int[] instances = IntStream.range(0, size())
                .filter(i -> kept.contains(classes[i]))
                .toArray();
        return instances.length == 0
                ? Optional.empty()
                : Optional.of(new Correctness(
                        IntStream.of(instances).map(i -> classes[i]).toArray(),
                        IntStream.of(instances).mapToDouble(i -> shares[i]).toArray()));
    }

    /**
     * Mean share over the instances of one class.
     *
     * @param c position of the class
     * @return its recall, mean over the trainings, in [0, 1]; empty for a class that does not occur
     */
    public OptionalDouble recall(int c) {
        return IntStream.range(0, size())
                .filter(i -> classes[i] == c)
                .mapToDouble(i -> shares[i])
                .average();
    }

    /**
     * Number of instances.
     *
     * @return at least 1
     */
    public int size() {
        return shares.length;
    }

    /**
     * How often one instance was classified correctly.
     *
     * @param instance position of the instance
     * @return in [0, 1]
     */
    public double share(int instance) {
        return shares[instance];
    }

    /**
     * Accuracy, mean over the trainings.
     *
     * @return in [0, 1]
     */
    public double accuracy() {
        return Arrays.stream(shares).average().orElseThrow();
    }

    /**
     * Mean recall over the classes that occur, mean over the trainings, with its 95% confidence interval: Wilson's, for
     * the number of instances at which a proportion would be as uncertain. The recall of a small class is shrunk
     * towards the recall expected from the other classes (docs/decisions/0012).
     *
     * <p>The interval is for the true value of these trainings: it covers the sampling of the test set, not the
     * variance between seeds, and averaging over trainings does not make it narrower.
     *
     * @return balanced accuracy and its interval, which holds it
     */
    public Interval balancedAccuracy() {
        return new MeanRecall(
                        strata.perClass(stratum -> stratum.length),
                        strata.perClass(stratum -> Strata.mean(shares, stratum)))
                .interval();
    }

    Strata strata() {
        return strata;
    }

    /** Difference of the shares to those of another system, {@code [instances]}. */
    double[] minus(Correctness other) {
        requireSameTestSet(classes, other.classes);
        return IntStream.range(0, size())
                .mapToDouble(i -> shares[i] - other.shares[i])
                .toArray();
    }
}
