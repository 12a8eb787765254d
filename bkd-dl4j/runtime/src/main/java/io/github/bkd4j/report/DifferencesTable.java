package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Comparison;
import io.github.bkd4j.evaluate.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Differences between one system and others, one row per rival, with stars where they are significant. */
final class DifferencesTable {

    static final String FOOTNOTE = "difference of the means over the seeds (95% interval); p of balanced accuracy; "
            + "* beyond chance: p < 0.05 by a paired test over the test instances, Holm-corrected over the rows";

    private DifferencesTable() {}

    static String of(List<Comparison> comparisons) {
        return MarkdownTable.of(columns(comparisons)) + "\n\n" + FOOTNOTE;
    }

    /** A footnote for a page, with the sign and p explained. */
    static String howToRead(String footnote, String system) {
        return footnote + ". Above 0, " + system + " is better. p is the probability of a difference as large as this "
                + "one, or larger, if there were none.";
    }

    /** Columns, each a title and its cells; one that is not known of any rival is left out. */
    static List<List<String>> columns(List<Comparison> comparisons) {
        List<List<String>> columns = new ArrayList<>();
        String system = comparisons.stream().map(Comparison::system).findFirst().orElse("system");
        columns.add(column(system + " against", comparisons, Comparison::rival));
        columns.add(column("balanced accuracy", comparisons, rival -> Figures.difference(rival.balancedAccuracy())));
        columns.add(column(
                "p",
                comparisons,
                rival -> Figures.pValue(rival.balancedAccuracy().pValue())));
        columns.add(column("head", comparisons, rival -> known(rival.group(Group.HEAD))));
        columns.add(column("tail", comparisons, rival -> known(rival.group(Group.TAIL))));
        columns.add(column("accuracy", comparisons, rival -> known(rival.accuracy())));
        return columns.stream()
                .filter(lines -> lines.size() == 1 || !lines.stream().skip(1).allMatch(Figures.UNKNOWN::equals))
                .toList();
    }

    private static List<String> column(String title, List<Comparison> comparisons, Function<Comparison, String> cell) {
        return Stream.concat(Stream.of(title), comparisons.stream().map(cell)).toList();
    }

    private static String known(Optional<Difference> difference) {
        return difference.map(Figures::difference).orElse(Figures.UNKNOWN);
    }
}
