package io.github.bkd4j.evaluate;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scores of one system over all its seeds: means over its runs, with 95% confidence intervals of the true value. An
 * interval covers the sampling of the test set, not the variance between seeds. Immutable.
 */
public final class SystemScores extends RunScores<Result> {

    private static final int RESAMPLES = 1000;
    private static final long BOOTSTRAP_SEED = 7;

    private final ClassCounts training;
    private final Correctness correctness;

    /** Joins at least one run on one test set. */
    SystemScores(List<Result> runs, ClassCounts training) {
        super(runs);
        this.training = training;
        this.correctness =
                Correctness.of(runs().stream().map(Result::predictions).toList());
    }

    /**
     * The share of runs that classify each instance correctly.
     *
     * @return one share per instance
     */
    public Correctness correctness() {
        return correctness;
    }

    /**
     * Mean recall over the classes that occur in the test set.
     *
     * @return with the interval of {@link Correctness#balancedAccuracy()}
     */
    public Interval balancedAccuracy() {
        return correctness.balancedAccuracy();
    }

    /**
     * Mean recall over the classes of a group, with the same kind of interval as balanced accuracy.
     *
     * @param group by training instances
     * @return empty if no class of the group occurs in the test set
     */
    public Optional<Interval> recall(Group group) {
        return correctness(group).map(Correctness::balancedAccuracy);
    }

    Optional<Correctness> correctness(Group group) {
        return correctness.only(classes(group));
    }

    /** Positions in the test set's labels; -1 where it lacks one. */
    private Set<Integer> classes(Group group) {
        List<String> labels = runs().get(0).predictions().labels();
        return ShotGroups.of(training).classes(group).stream()
                .map(c -> labels.indexOf(training.labels().get(c)))
                .collect(Collectors.toSet());
    }

    /**
     * Accuracy.
     *
     * @return with a {@link StratifiedBootstrap}'s interval
     */
    public Interval accuracy() {
        return bootstrapped(ClassTotals::accuracy);
    }

    /**
     * Mean F1 over the classes that occur in the test set.
     *
     * @return with a {@link StratifiedBootstrap}'s interval
     */
    public Interval macroF1() {
        return bootstrapped(ClassTotals::macroF1);
    }

    /**
     * F1 of all the classes that occur together.
     *
     * @return with a {@link StratifiedBootstrap}'s interval
     */
    public Interval microF1() {
        return bootstrapped(ClassTotals::microF1);
    }

    /**
     * Geometric mean of the recalls.
     *
     * @return with a {@link StratifiedBootstrap}'s interval
     */
    public Interval gMean() {
        return bootstrapped(ClassTotals::gMean);
    }

    private Interval bootstrapped(ToDoubleFunction<ClassTotals> metric) {
        Predictions first = runs().get(0).predictions();
        int[] classes = new int[first.size()];
        Arrays.setAll(classes, first::truth);
        return new StratifiedBootstrap(classes, RESAMPLES, BOOTSTRAP_SEED)
                .interval(
                        instances -> mean(run -> metric.applyAsDouble(new ClassTotals(run.predictions(), instances))));
    }

    /** The classes that a run predicts at least once. */
    Set<String> predicted() {
        return runs().stream()
                .map(Result::predictions)
                .flatMap(run -> IntStream.range(0, run.size())
                        .mapToObj(i -> run.labels().get(run.predicted(i))))
                .collect(Collectors.toSet());
    }
}
