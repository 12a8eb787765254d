package io.github.bkd4j.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Recall of each class against its training size: one faint point per class, one smooth line per system. */
final class ClassSizePlot {

    private static final int MOST_POINTS = 2000;

    private final List<ClassRow> classes;
    private final Styles styles;
    private final List<String> systems;

    /** Shows some systems, the last of them on top; at least one class. */
    ClassSizePlot(List<ClassRow> classes, List<String> systems, Styles styles) {
        this.classes = classes;
        this.styles = styles;
        this.systems = systems;
    }

    Element of(double width, double height) {
        Frame frame = new Frame(width, height, "recall of each class against its training instances, by system");
        Axis across = frame.acrossLogarithmic(extreme(false), extreme(true));
        Axis up = frame.up(0, 1);
        frame.bottom(across, across.logarithmicTicks(), Element::number, "training instances of the class (log)")
                .left(up, Figures::round, "recall");
        List<Element> points = new ArrayList<>();
        List<Element> lines = new ArrayList<>();
        for (String system : systems) {
            boolean fewEnough = classes.size() * systems.size() <= MOST_POINTS;
            points.addAll(fewEnough || isOnTop(system) ? points(system, across, up) : List.of());
            lines.add(line(system, across, up));
        }
        frame.svg().add(points).add(lines);
        return frame.svg();
    }

    private boolean isOnTop(String system) {
        return system.equals(systems.get(systems.size() - 1));
    }

    private double extreme(boolean largest) {
        Comparator<Long> order = largest ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return classes.stream().map(ClassRow::training).min(order).orElseThrow();
    }

    private List<Element> points(String system, Axis across, Axis up) {
        return classes.stream()
                .map(row -> Element.of("circle", "point " + styles.of(system))
                        .with("cx", across.at((double) row.training()))
                        .with("cy", up.at(row.recall(system)))
                        .with("r", 2.5))
                .toList();
    }

    private Element line(String system, Axis across, Axis up) {
        List<Line.Point> logarithmic = classes.stream()
                .map(row -> new Line.Point(Math.log((double) row.training()), row.recall(system)))
                .toList();
        List<Line.Point> curve = Smooth.through(logarithmic).stream()
                .map(point -> new Line.Point(Math.exp(point.x()), point.y()))
                .toList();
        return Line.of("curve " + styles.of(system), curve, across, up);
    }
}
