package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.report.MarkdownTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a tuning ends with. The best of the usual settings is chosen unless another lies above it, after all rounds, by
 * more than one standard error of the paired difference: the best of many is the best by chance too.
 *
 * @param chosen what the plan has
 * @param usual the best of the usual settings
 * @param all every standing, the most rounds first, then the best first
 */
record Choice(Standing chosen, Standing usual, List<Standing> all) {

    /** Chooses; the first so many are the usual settings, of which each has done at least one round. */
    static Choice of(List<Standing> standings, int usualSettings) {
        Comparator<Standing> byScore = Comparator.comparingDouble(Standing::score);
        List<Standing> given = standings.subList(0, usualSettings);
        int rounds = given.stream().mapToInt(Standing::rounds).min().orElseThrow();
        Standing usual = given.stream()
                .max(byScore.thenComparing(given::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        Standing chosen = standings.stream()
                .skip(usualSettings)
                .filter(one -> one.rounds() >= rounds)
                .max(byScore)
                .filter(one -> isClearlyAbove(one, usual))
                .orElse(usual);
        List<Standing> all = standings.stream()
                .filter(one -> one.rounds() > 0)
                .sorted(Comparator.comparingInt(Standing::rounds)
                        .thenComparing(byScore)
                        .reversed())
                .toList();
        return new Choice(chosen, usual, all);
    }

    private static boolean isClearlyAbove(Standing one, Standing other) {
        Interval difference = one.above(other);
        return difference.estimate() > Standing.standardError(difference);
    }

    /** Why, in a sentence. */
    String sentence() {
        String rule = "more than one standard error of the paired difference";
        if (chosen.equals(usual)) {
            return "chosen: " + chosen.candidate().name()
                    + ", the best of the usual settings; none that was drawn is above it by " + rule;
        }
        Interval difference = chosen.above(usual);
        return String.format(
                Locale.ROOT,
                "chosen: %s, above %s, the best of the usual settings, by %.4f, %s (%.4f)",
                chosen.candidate().name(),
                usual.candidate().name(),
                difference.estimate(),
                rule,
                Standing.standardError(difference));
    }

    /** The first rows of a table of all trials. */
    String table(int most) {
        List<Standing> rows = all.stream().limit(most).toList();
        List<List<String>> columns = new ArrayList<>();
        columns.add(column("setting", rows, one -> one.candidate().name()));
        chosen.candidate()
                .settings()
                .keySet()
                .forEach(name -> columns.add(
                        column(name, rows, one -> one.candidate().settings().getOrDefault(name, ""))));
        columns.add(column("rounds", rows, one -> String.valueOf(one.rounds())));
        columns.add(column(
                "balanced accuracy (SE)",
                rows,
                one -> String.format(Locale.ROOT, "%.4f (%.4f)", one.score(), one.standardError())));
        columns.add(column("above " + usual.candidate().name() + " (SE)", rows, this::difference));
        return MarkdownTable.of(columns);
    }

    private String difference(Standing one) {
        Interval difference = one.above(usual);
        return one.equals(usual)
                ? "-"
                : String.format(Locale.ROOT, "%+.4f (%.4f)", difference.estimate(), Standing.standardError(difference));
    }

    private static List<String> column(String title, List<Standing> rows, Function<Standing, String> cell) {
        return Stream.concat(Stream.of(title), rows.stream().map(cell)).toList();
    }
}
