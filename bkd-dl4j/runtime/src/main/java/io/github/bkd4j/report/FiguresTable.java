package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.RiskCoverage;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Every figure of one system, one below the other, each with its 95% confidence interval. */
final class FiguresTable {

    private final List<String> names = new ArrayList<>(List.of("figure"));
    private final List<String> values = new ArrayList<>();
    private final List<String> intervals = new ArrayList<>(List.of("95% interval"));

    private FiguresTable(SystemScores system, List<Figure> further, boolean withTimes) {
        values.add(system.system());
        row("accuracy", system.accuracy());
        row("balanced accuracy", system.balancedAccuracy());
        row("macro-F1", system.macroF1());
        row("micro-F1", system.microF1());
        row("G-mean", system.gMean());
        row("top-5 accuracy", system, run -> run.scores().top5());
        for (Group group : Group.values()) {
            system.recall(group).ifPresent(recall -> row(group.toString(), recall));
        }
        row("ECE", system, run -> run.scores().ece());
        row("AURC", system, run -> RiskCoverage.of(run.predictions()).area());
        further.forEach(figure -> row(figure.name(), known(figure), Figures::share));
        if (withTimes) {
            row("train s", system.trainSeconds(), Figures::seconds);
        }
        row("parameters", system.parameters(), Figures::magnitude);
    }

    /** Columns, each a title and its cells. */
    static List<List<String>> columns(SystemScores system, List<Figure> further) {
        return new FiguresTable(system, further, true).columns();
    }

    /** The same without the clock. */
    static List<List<String>> withoutTimes(SystemScores system) {
        return new FiguresTable(system, List.of(), false).columns();
    }

    private static OptionalDouble known(Figure figure) {
        return Double.isNaN(figure.value()) ? OptionalDouble.empty() : OptionalDouble.of(figure.value());
    }

    private List<List<String>> columns() {
        return List.of(names, values, intervals);
    }

    private void row(String name, Interval interval) {
        row(name, Figures.share(interval.estimate()), Figures.interval(interval));
    }

    private void row(String name, SystemScores system, ToDoubleFunction<Result> figure) {
        row(name, Figures.share(system.mean(figure)), "");
    }

    private void row(String name, OptionalDouble value, DoubleFunction<String> format) {
        value.ifPresent(known -> row(name, format.apply(known), ""));
    }

    private void row(String name, String value, String interval) {
        names.add(name);
        values.add(value);
        intervals.add(interval);
    }
}
