package io.github.bkd4j.cli;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Result;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far one system lies from others, seed by seed: what a table of means does not say.
 *
 * @param system the system in question
 * @param results of all systems, each with the same seeds in the same order
 */
record Differences(String system, List<Result> results) {

    /** A Markdown table, a row a rival. */
    String table(List<String> rivals) {
        return rivals.stream()
                .map(this::row)
                .collect(Collectors.joining(
                        "\n",
                        "| " + system + " against | balanced accuracy | head | tail |\n|---|---|---|---|\n",
                        "\n\nmean difference over the seeds (smallest to largest)"));
    }

    private String row(String rival) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s |",
                rival,
                difference(rival, result -> result.scores().balancedAccuracy()),
                difference(rival, result -> result.scores().recall(Group.HEAD).orElse(Double.NaN)),
                difference(rival, result -> result.scores().recall(Group.TAIL).orElse(Double.NaN)));
    }

    private String difference(String rival, ToDoubleFunction<Result> figure) {
        List<Result> own = runs(system);
        List<Result> other = runs(rival);
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

    private List<Result> runs(String name) {
        return results.stream().filter(result -> result.system().equals(name)).toList();
    }
}
