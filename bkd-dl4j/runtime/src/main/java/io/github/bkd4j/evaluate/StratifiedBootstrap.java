package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap intervals for any metric of a test set: its instances are resampled with replacement within each
 * class. Every metric sees the same resamples. Immutable.
 *
 * <p>Trap: a class of one instance is the same in each resample, so its variance is missed and the interval is too
 * narrow; {@link #hasSmallClasses()} tells.
 */
public final class StratifiedBootstrap {

    /** Of a class, below which intervals are too narrow. */
    static final int FEWEST_INSTANCES = 5;

    private static final int FEWEST_RESAMPLES = 100;

    private final Strata strata;
    private final int resamples;
    private final long seed;

    /**
     * Plans the resamples.
     *
     * @param classes the true class of each instance, {@code [instances]}, at least one
     * @param resamples number of resamples, at least 100; with 2,000, each end has a standard error of about 1.5% of
     *     the width
     * @param seed of the resampling
     * @throws IllegalArgumentException if there is no instance or there are too few resamples
     */
    public StratifiedBootstrap(int[] classes, int resamples, long seed) {
        Checks.atLeast("resamples", FEWEST_RESAMPLES, resamples);
        this.strata = new Strata(classes);
        this.resamples = resamples;
        this.seed = seed;
    }

    /**
     * Whether the intervals are too narrow to be trusted.
     *
     * @return whether a class occurs with fewer than 5 instances
     */
    public boolean hasSmallClasses() {
        return strata.fewestInstances() < FEWEST_INSTANCES;
    }

    /**
     * Measures the test set and its resamples.
     *
     * @param metric of instances, given by their positions in the test set, in order of their classes; a position can
     *     come more than once
     * @return the metric of the test set itself, and the 2.5% and 97.5% quantiles of the resamples
     * @throws IllegalArgumentException if the metric is not finite
     */
    public Interval interval(ToDoubleFunction<int[]> metric) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sorted = IntStream.range(0, resamples)
                .mapToDouble(draw -> metric.applyAsDouble(resample(random)))
                .sorted()
                .toArray(); // [resamples]
        return new Interval(metric.applyAsDouble(testSet()), quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    private int[] testSet() {
        return strata.instances().stream().flatMapToInt(Arrays::stream).toArray();
    }

    private int[] resample(SplittableRandom random) {
        return strata.instances().stream()
                .flatMapToInt(stratum ->
                        IntStream.range(0, stratum.length).map(draw -> stratum[random.nextInt(stratum.length)]))
                .toArray();
    }

    /** Linear between the two nearest values, as NumPy's default. */
    static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
