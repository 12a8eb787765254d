package io.github.bkd4j.drift;

import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many values lie in each of some bins.
 *
 * @param edges upper ends of all bins but the last, which they belong to; ascending, finite
 * @param counts values in each bin, one more than edges, none negative
 */
public record Histogram(List<Double> edges, List<Long> counts) {

    /**
     * Checks edges and counts.
     *
     * @param edges see {@link Histogram}
     * @param counts see {@link Histogram}
     * @throws IllegalArgumentException if the edges do not ascend, or the counts do not belong to them
     */
    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        for (int i = 0; i < edges.size(); i++) {
            boolean ascends = Double.isFinite(edges.get(i)) && (i == 0 || edges.get(i) > edges.get(i - 1));
            Checks.require(ascends, "edges must ascend and be finite but were " + edges);
        }
        Checks.require(
                counts.size() == edges.size() + 1,
                "counts must be one per bin, " + (edges.size() + 1) + ", but were " + counts.size());
        Checks.require(counts.stream().noneMatch(count -> count < 0), "counts must be >= 0 but were " + counts);
    }

    /**
     * Counts values in given bins.
     *
     * @param values none NaN
     * @param edges as of {@link Histogram}
     * @return the histogram
     * @throws IllegalArgumentException if the edges do not ascend
     */
    public static Histogram of(double[] values, List<Double> edges) {
        long[] counts = new long[edges.size() + 1];
        for (double value : values) {
            int bin = 0;
            while (bin < edges.size() && value > edges.get(bin)) {
                bin++;
            }
            counts[bin]++;
        }
        return new Histogram(edges, Arrays.stream(counts).boxed().toList());
    }

    /**
     * Counts values in bins that have about equally many of them. Equal values share a bin, so that there may be fewer
     * bins.
     *
     * @param values at least one, none NaN
     * @param bins at least 1, at most this many
     * @return the histogram
     * @throws IllegalArgumentException if there is no value, or {@code bins} is less than 1
     */
    public static Histogram ofQuantiles(double[] values, int bins) {
        Checks.atLeast("bins", 1, bins);
        Checks.require(values.length > 0, "values must be at least one but were none");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Double> edges = new ArrayList<>();
        for (int bin = 1; bin < bins; bin++) {
            double edge = sorted[(int) ((long) bin * sorted.length / bins)];
            boolean isNew = edges.isEmpty() || edge > edges.get(edges.size() - 1);
            if (isNew && edge < sorted[sorted.length - 1]) {
                edges.add(edge);
            }
        }
        return of(values, edges);
    }

    /**
     * Counts other values in the same bins.
     *
     * @param values none NaN
     * @return a histogram that can be compared with this one
     */
    public Histogram ofSameBins(double[] values) {
        return of(values, edges);
    }

    /**
     * Equal steps from 0 to 1, with a bin for 0 itself.
     *
     * @param steps at least 1
     * @return edges 0, 1/steps, ... (steps - 1)/steps
     * @throws IllegalArgumentException if less than 1
     */
    public static List<Double> steps(int steps) {
        Checks.atLeast("steps", 1, steps);
        return IntStream.range(0, steps).mapToObj(i -> (double) i / steps).toList();
    }
}
