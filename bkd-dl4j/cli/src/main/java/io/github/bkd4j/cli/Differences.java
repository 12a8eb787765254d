package io.github.bkd4j.cli;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How far one system lies from others, seed by seed: what a table of means does not say. */
final class Differences {

    private final String system;
    private final List<Result> results;

    private Differences(String system, List<Result> results) {
        this.system = system;
        this.results = results;
    }

    /** One line a rival: mean difference over the seeds, its smallest and its largest. */
    static String of(String system, List<String> rivals, List<Result> results) {
        Differences differences = new Differences(system, results);
        return rivals.stream().map(differences::against).collect(Collectors.joining("\n"));
    }

    private String against(String rival) {
        return String.format(
                Locale.ROOT,
                "%s - %-6s  balanced accuracy %s, head %s, tail %s",
                system,
                rival,
                difference(rival, result -> result.scores().balancedAccuracy()),
                difference(rival, result -> result.scores().recall(Group.HEAD).orElse(Double.NaN)),
                difference(rival, result -> result.scores().recall(Group.TAIL).orElse(Double.NaN)));
    }

    private String difference(String rival, ToDoubleFunction<Result> figure) {
        List<Result> own = runs(system);
        List<Result> other = runs(rival);
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            differences.add(figure.applyAsDouble(own.get(i)) - figure.applyAsDouble(other.get(i)));
        }
        double mean = differences.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        double least = differences.stream().mapToDouble(d -> d).min().orElse(Double.NaN);
        double most = differences.stream().mapToDouble(d -> d).max().orElse(Double.NaN);
        return String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f)", mean, least, most);
    }

    private List<Result> runs(String name) {
        return results.stream().filter(result -> result.system().equals(name)).toList();
    }
}
