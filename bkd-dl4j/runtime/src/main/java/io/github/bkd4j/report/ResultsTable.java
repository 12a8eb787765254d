package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as a table, one row per system. */
final class ResultsTable {

    private static final String TIMES = "train s";

    private static final List<Column> COLUMNS = columns();

    private ResultsTable() {}

    /** A title, and what stands below it for a system. */
    private record Column(String title, Function<SystemScores, String> cell) {

        List<String> lines(List<SystemScores> systems) {
            return Stream.concat(Stream.of(title), systems.stream().map(cell)).toList();
        }
    }

    static String of(List<SystemScores> systems) {
        return MarkdownTable.of(columns(systems)) + "\n\n" + footnote(systems);
    }

    /** Columns, each a title and its cells; one that is not known of any system is left out. */
    static List<List<String>> columns(List<SystemScores> systems) {
        return COLUMNS.stream()
                .map(column -> column.lines(systems))
                .filter(lines -> !lines.stream().skip(1).allMatch(Figures.UNKNOWN::equals))
                .toList();
    }

    /** The same without the clock. */
    static List<List<String>> withoutTimes(List<SystemScores> systems) {
        return columns(systems).stream()
                .filter(lines -> !lines.get(0).equals(TIMES))
                .toList();
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("system", SystemScores::system));
        columns.add(mean("accuracy", system -> system.mean(run -> run.scores().accuracy())));
        columns.add(
                new Column("balanced accuracy (95%)", system -> Figures.shareWithInterval(system.balancedAccuracy())));
        columns.add(mean("macro-F1", system -> system.mean(run -> run.scores().macroF1())));
        for (Group group : Group.values()) {
            columns.add(new Column(
                    group.toString(),
                    system -> system.recall(group)
                            .map(Interval::estimate)
                            .map(Figures::share)
                            .orElse(Figures.UNKNOWN)));
        }
        columns.add(mean("ECE", system -> system.mean(run -> run.scores().ece())));
        columns.add(new Column(TIMES, system -> known(system.trainSeconds(), Figures::seconds)));
        columns.add(new Column("parameters", system -> known(system.parameters(), Figures::magnitude)));
        return List.copyOf(columns);
    }

    private static Column mean(String title, Function<SystemScores, Double> figure) {
        return new Column(title, system -> Figures.share(figure.apply(system)));
    }

    private static String known(OptionalDouble value, Function<Double, String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : Figures.UNKNOWN;
    }

    static String footnote(List<SystemScores> systems) {
        return means(systems, SystemScores::system, system -> system.runs().size())
                + "95% confidence interval of the true value";
    }

    /** How many seeds the means are of, and which systems have fewer; nothing if none has several. */
    static <S> String means(List<S> systems, Function<S, String> name, ToIntFunction<S> runs) {
        int most = systems.stream().mapToInt(runs).max().orElse(1);
        String fewer = systems.stream()
                .filter(system -> runs.applyAsInt(system) < most)
                .map(system -> name.apply(system) + ": " + runs.applyAsInt(system))
                .collect(Collectors.joining(", "));
        return most < 2 ? "" : "means of " + most + " seeds" + (fewer.isEmpty() ? "" : " (" + fewer + ")") + "; ";
    }
}
