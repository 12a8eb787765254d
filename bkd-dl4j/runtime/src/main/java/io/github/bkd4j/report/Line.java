package io.github.bkd4j.report;

import java.util.List;
import java.util.stream.Collectors;

/** Points joined by straight lines. */
final class Line {

    private Line() {}

    /** A point of a plot, in the units of its axes. */
    record Point(double x, double y) {}

    static Element of(String styleClass, List<Point> points, Axis across, Axis up) {
        return Element.of("polyline", styleClass)
                .with(
                        "points",
                        points.stream()
                                .map(point ->
                                        Element.number(across.at(point.x())) + "," + Element.number(up.at(point.y())))
                                .collect(Collectors.joining(" ")));
    }
}
