package io.github.bkd4j.report;

import java.util.function.DoubleFunction;

/** The drawing area of a plot, with its axes; things are drawn into {@link #svg()} one over the other. */
final class Frame {

    private static final double LEFT = 46;
    private static final double RIGHT = 12;
    private static final double TOP = 12;
    private static final double BOTTOM = 42;

    private final double width;
    private final double height;
    private final Element svg;

    /** Begins an image of a size in pixels, with a description for those who cannot see it. */
    Frame(double width, double height, String description) {
        this.width = width;
        this.height = height;
        this.svg = Element.of("svg", "plot")
                .with("viewBox", "0 0 " + Element.number(width) + " " + Element.number(height))
                .with("role", "img")
                .with("aria-label", description);
    }

    Element svg() {
        return svg;
    }

    Axis across(double low, double high) {
        return Axis.linear(low, high, LEFT, width - RIGHT);
    }

    Axis acrossLogarithmic(double low, double high) {
        return Axis.logarithmic(low, high, LEFT, width - RIGHT);
    }

    Axis up(double low, double high) {
        return Axis.linear(low, high, height - BOTTOM, TOP);
    }

    /** A grid line and a number for each value, and a title below. */
    Frame bottom(Axis axis, Iterable<Double> ticks, DoubleFunction<String> format, String title) {
        for (double tick : ticks) {
            double x = axis.at(tick);
            svg.add(line("grid", x, TOP, x, height - BOTTOM));
            svg.add(label(format.apply(tick), x, height - BOTTOM + 17, "middle"));
        }
        svg.add(label(title, (LEFT + width - RIGHT) / 2, height - 5, "middle"));
        return this;
    }

    /** A grid line and a number for each value, and a title along the axis. */
    Frame left(Axis axis, DoubleFunction<String> format, String title) {
        double middle = (TOP + height - BOTTOM) / 2;
        svg.add(label(title, 11, middle, "middle").with("transform", "rotate(-90 11 " + Element.number(middle) + ")"));
        return left(axis, format);
    }

    /** A grid line and a number for each value. */
    Frame left(Axis axis, DoubleFunction<String> format) {
        for (double tick : axis.ticks()) {
            double y = axis.at(tick);
            svg.add(line("grid", LEFT, y, width - RIGHT, y));
            svg.add(label(format.apply(tick), LEFT - 7, y + 4, "end"));
        }
        return this;
    }

    static Element label(String text, double x, double y, String anchor) {
        return Element.of("text")
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor)
                .text(text);
    }

    static Element line(String styleClass, double x1, double y1, double x2, double y2) {
        return Element.of("line", styleClass)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    static Element rectangle(String styleClass, double x, double y, double width, double height) {
        return Element.of("rect", styleClass)
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(0, width))
                .with("height", Math.max(0, height));
    }
}
