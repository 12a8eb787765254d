package io.github.bkd4j.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A smooth curve through scattered points: at each place a straight line is fitted to the points around it, the nearer
 * ones weighing more (local linear regression, Gaussian kernel).
 */
final class Smooth {

    private static final int PLACES = 48;
    private static final double WIDTH = 0.12; // standard deviation of the kernel, as a share of the range

    private Smooth() {}

    /** Places evenly from the smallest x to the largest, y cut to [0, 1]; none where all points have the same x. */
    static List<Line.Point> through(List<Line.Point> points) {
        double low = points.stream().mapToDouble(Line.Point::x).min().orElse(0);
        double high = points.stream().mapToDouble(Line.Point::x).max().orElse(0);
        if (low == high) {
            return List.of();
        }
        return IntStream.range(0, PLACES)
                .mapToObj(i -> at(low + (high - low) * i / (PLACES - 1), (high - low) * WIDTH, points))
                .toList();
    }

    private static Line.Point at(double x, double width, List<Line.Point> points) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double t0 = 0;
        double t1 = 0;
        for (Line.Point point : points) {
            double d = (point.x() - x) / width;
            double weight = Math.exp(-d * d / 2);
            s0 += weight;
            s1 += weight * d;
            s2 += weight * d * d;
            t0 += weight * point.y();
            t1 += weight * d * point.y();
        }
        double determinant = s0 * s2 - s1 * s1;
        double y = determinant < 1e-9 * s0 * s0 ? t0 / s0 : (s2 * t0 - s1 * t1) / determinant;
        return new Line.Point(x, Math.max(0, Math.min(1, y)));
    }
}
