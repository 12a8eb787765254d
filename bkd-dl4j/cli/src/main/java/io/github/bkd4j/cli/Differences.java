package io.github.bkd4j.cli;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.report.MarkdownTable;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far one system lies from others, seed by seed: what a table of means does not say.
 *
 * @param system the system in question
 * @param results of all systems, each with the same seeds in the same order
 */
record Differences(String system, List<Result> results) {

    /** A Markdown table, a row a rival. */
    String table(List<String> rivals) {
        return MarkdownTable.of(List.of(
                        column(system + " against", rivals, rival -> rival),
                        differences("balanced accuracy", rivals, Scores::balancedAccuracy),
                        differences("head", rivals, scores -> recall(scores, Group.HEAD)),
                        differences("tail", rivals, scores -> recall(scores, Group.TAIL))))
                + "\n\nmean difference over the seeds (smallest to largest)";
    }

    private List<String> differences(String title, List<String> rivals, ToDoubleFunction<Scores> figure) {
        return column(title, rivals, rival -> difference(rival, figure));
    }

    private static List<String> column(String title, List<String> rivals, UnaryOperator<String> cell) {
        return Stream.concat(Stream.of(title), rivals.stream().map(cell)).toList();
    }

    private static double recall(Scores scores, Group group) {
        return scores.recall(group).orElse(Double.NaN);
    }

    private String difference(String rival, ToDoubleFunction<Scores> figure) {
        List<Scores> own = scores(system);
        List<Scores> other = scores(rival);
        DoubleSummaryStatistics differences = IntStream.range(0, own.size())
                .mapToDouble(i -> figure.applyAsDouble(own.get(i)) - figure.applyAsDouble(other.get(i)))
                .summaryStatistics();
        return String.format(
                Locale.ROOT,
                "%+.3f (%+.3f to %+.3f)",
                differences.getAverage(),
                differences.getMin(),
                differences.getMax());
    }

    private List<Scores> scores(String name) {
        return results.stream()
                .filter(result -> result.system().equals(name))
                .map(Result::scores)
                .toList();
    }
}
