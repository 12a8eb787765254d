package io.github.bkd4j.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Values on a line of a plot.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, above {@code low}
 * @param from a coordinate
 * @param to another
 * @param scale linear or logarithmic
 */
record Axis(double low, double high, double from, double to, DoubleUnaryOperator scale) {

    private static final int TICKS = 5;

    static Axis linear(double low, double high, double from, double to) {
        return new Axis(low, high, from, to, value -> value);
    }

    /** Of positive values; a little room on both sides. */
    static Axis logarithmic(double low, double high, double from, double to) {
        double room = Math.pow(Math.max(high / low, 1.5), 0.03);
        return new Axis(low / room, high * room, from, to, Math::log);
    }

    double at(double value) {
        double share = (scale.applyAsDouble(value) - scale.applyAsDouble(low))
                / (scale.applyAsDouble(high) - scale.applyAsDouble(low));
        return from + share * (to - from);
    }

    /** Round values, about five, for an axis that runs evenly. */
    List<Double> ticks() {
        double rough = (high - low) / TICKS;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = DoubleStream.of(1, 2, 2.5, 5, 10)
                .map(factor -> factor * magnitude)
                .filter(candidate -> candidate >= rough)
                .findFirst()
                .orElse(10 * magnitude);
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        return IntStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
    }

    /** 1, 2, 5, 10, 20, 50, ... as far as they lie on the axis. */
    List<Double> logarithmicTicks() {
        return IntStream.rangeClosed((int) Math.floor(Math.log10(low)), (int) Math.ceil(Math.log10(high)))
                .boxed()
                .flatMap(power -> DoubleStream.of(1, 2, 5)
                        .map(factor -> factor * Math.pow(10, power))
                        .boxed())
                .filter(tick -> tick >= low && tick <= high)
                .toList();
    }
}
