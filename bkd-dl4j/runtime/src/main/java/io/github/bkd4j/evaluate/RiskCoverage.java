package io.github.bkd4j.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier gains by abstaining: the risk, the share of wrong answers, at each coverage, the share of the
 * instances that are answered, those of the highest confidence first (El-Yaniv and Wiener, On the Foundations of
 * Noise-free Selective Classification, JMLR 11, 2010).
 *
 * @param points one per distinct confidence, from the highest
 * @param area area under the curve (AURC), the mean risk over the coverages 1/n, 2/n, ... 1; in [0, 1], the smaller the
 *     better; within equal confidences the errors are spread evenly
 */
public record RiskCoverage(List<Point> points, double area) {

    /**
     * A point of the curve.
     *
     * @param coverage share of the instances that are answered, in (0, 1]
     * @param risk share of the answers that are wrong, in [0, 1]
     * @param threshold confidence from which instances are answered
     */
    public record Point(double coverage, double risk, double threshold) {}

    /**
     * Copies the points.
     *
     * @param points see {@link RiskCoverage}
     * @param area see {@link RiskCoverage}
     */
    public RiskCoverage {
        points = List.copyOf(points);
    }

    /**
     * The curve of some predictions.
     *
     * @param predictions of one run
     * @return the curve and its area
     */
    public static RiskCoverage of(Predictions predictions) {
        List<Integer> ranked = IntStream.range(0, predictions.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -predictions.confidence(i)))
                .toList();
        List<Point> points = new ArrayList<>();
        double risks = 0; // summed over the coverages
        int errors = 0;
        int first = 0;
        while (first < ranked.size()) {
            double confidence = predictions.confidence(ranked.get(first));
            int end = first;
            int wrong = 0;
            while (end < ranked.size() && predictions.confidence(ranked.get(end)) == confidence) {
                wrong += predictions.isRight(ranked.get(end)) ? 0 : 1;
                end++;
            }
            for (int i = first + 1; i <= end; i++) {
                risks += (errors + (double) wrong * (i - first) / (end - first)) / i;
            }
            errors += wrong;
            points.add(new Point((double) end / ranked.size(), (double) errors / end, confidence));
            first = end;
        }
        return new RiskCoverage(points, risks / ranked.size());
    }
}
