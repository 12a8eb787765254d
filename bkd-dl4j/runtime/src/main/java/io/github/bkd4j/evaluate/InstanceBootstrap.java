package io.github.bkd4j.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Percentile intervals of several figures from the same resamples of a test set, its instances drawn with replacement
 * (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Label sets cannot be resampled by class.
 */
final class InstanceBootstrap {

    private static final int RESAMPLES = 1000;
    private static final long SEED = 7;

    private InstanceBootstrap() {}

    /**
     * Measures a test set and its resamples.
     *
     * @param instances of the test set
     * @param figures of instances given by their positions; NaN for what they do not have
     * @return an interval per figure, of the resamples that have it; empty for one that the test set does not have
     */
    static List<Optional<Interval>> intervals(int instances, Function<int[], double[]> figures) {
        double[] estimates = figures.apply(IntStream.range(0, instances).toArray());
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] resampled = IntStream.range(0, RESAMPLES)
                .mapToObj(draw -> figures.apply(IntStream.range(0, instances)
                        .map(i -> random.nextInt(instances))
                        .toArray()))
                .toArray(double[][]::new); // [resamples][figures]
        List<Optional<Interval>> intervals = new ArrayList<>();
        for (int figure = 0; figure < estimates.length; figure++) {
            int column = figure;
            double[] sorted = Arrays.stream(resampled)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            intervals.add(Double.isNaN(estimates[figure]) ? Optional.empty() : interval(estimates[figure], sorted));
        }
        return intervals;
    }

    private static Optional<Interval> interval(double estimate, double[] sorted) {
        return sorted.length < 2
                ? Optional.of(new Interval(estimate, estimate, estimate))
                : Optional.of(new Interval(
                        estimate,
                        StratifiedBootstrap.quantile(sorted, 0.025),
                        StratifiedBootstrap.quantile(sorted, 0.975)));
    }
}
