package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Results as a Markdown table, one row a system. */
final class ResultsTable {

    private static final String UNKNOWN = "-";

    private static final List<String> UNITS = List.of("", "k", "M", "G"); // of 1000 each

    private static final List<Column> COLUMNS = columns();

    private ResultsTable() {}

    /** A title, and what stands below it for the runs of a system. */
    private record Column(String title, Function<List<Result>, String> cell) {

        List<String> lines(Collection<List<Result>> systems) {
            return Stream.concat(Stream.of(title), systems.stream().map(cell)).toList();
        }
    }

    static String of(List<Result> results) {
        Collection<List<Result>> systems = results.stream()
                .collect(Collectors.groupingBy(Result::system, LinkedHashMap::new, Collectors.toList()))
                .values();
        List<List<String>> known = COLUMNS.stream()
                .map(column -> column.lines(systems))
                .filter(lines -> !lines.stream().skip(1).allMatch(UNKNOWN::equals))
                .toList();
        return MarkdownTable.of(known) + footnote(systems);
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("system", runs -> runs.get(0).system()));
        columns.add(share("accuracy", run -> DoubleStream.of(run.scores().accuracy())));
        columns.add(new Column("balanced accuracy", ResultsTable::balancedAccuracy));
        columns.add(share("macro-F1", run -> DoubleStream.of(run.scores().macroF1())));
        for (Group group : Group.values()) {
            columns.add(share(group.toString(), run -> run.scores().recall(group).stream()));
        }
        columns.add(share("ECE", run -> DoubleStream.of(run.scores().ece())));
        columns.add(mean("train s", run -> run.trainSeconds().stream(), ResultsTable::seconds));
        columns.add(mean("parameters", run -> run.parameters().stream().asDoubleStream(), ResultsTable::magnitude));
        return List.copyOf(columns);
    }

    private static Column share(String title, Function<Result, DoubleStream> known) {
        return mean(title, known, ResultsTable::share);
    }

    private static Column mean(String title, Function<Result, DoubleStream> known, DoubleFunction<String> format) {
        return new Column(title, runs -> {
            OptionalDouble mean = runs.stream().flatMapToDouble(known).average();
            return mean.isPresent() ? format.apply(mean.getAsDouble()) : UNKNOWN;
        });
    }

    private static String balancedAccuracy(List<Result> runs) {
        double[] values = runs.stream()
                .mapToDouble(run -> run.scores().balancedAccuracy())
                .toArray(); // [runs]
        double mean = DoubleStream.of(values).average().orElseThrow();
        return runs.size() < 2 ? share(mean) : share(mean) + " ± " + share(standardDeviation(values, mean));
    }

    private static double standardDeviation(double[] values, double mean) {
        double squares =
                DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String magnitude(double value) {
        double size = value;
        int unit = 0;
        while (size >= 999.95 && unit < UNITS.size() - 1) {
            size /= 1000;
            unit++;
        }
        return unit == 0
                ? String.format(Locale.ROOT, "%.0f", size)
                : String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
    }

    private static String footnote(Collection<List<Result>> systems) {
        IntSummaryStatistics runs = systems.stream().mapToInt(List::size).summaryStatistics();
        if (runs.getMax() < 2) {
            return "";
        }
        String seeds = runs.getMin() == runs.getMax() ? "" : runs.getMin() + " to ";
        return "\n\nmean of " + seeds + runs.getMax() + " seeds, ± standard deviation between seeds";
    }
}
