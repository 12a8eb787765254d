package io.github.bkd4j.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table that is Markdown and, padded with blanks, reads well without it. */
public final class MarkdownTable {

    private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private MarkdownTable() {}

    /**
     * Sets a table, the first column to the left, the others to the right.
     *
     * @param columns at least one; each a title and its cells, all of the same length
     * @return lines without a line break at the end
     */
    public static String of(List<List<String>> columns) {
        List<List<String>> lines = IntStream.range(0, columns.size())
                .mapToObj(c -> lines(columns.get(c), c > 0))
                .toList();
        return IntStream.range(0, lines.get(0).size())
                .mapToObj(row ->
                        lines.stream().map(column -> column.get(row)).collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(List<String> column, boolean toTheRight) {
        List<String> cells = column.stream().map(MarkdownTable::escaped).toList();
        int width = cells.stream().mapToInt(String::length).max().orElseThrow();
        List<String> lines = new ArrayList<>();
        cells.forEach(cell -> lines.add(padded(cell, width, toTheRight)));
        lines.add(1, rule(width, toTheRight));
        return lines;
    }

    /** A name may have strokes in it, and line ends. */
    private static String escaped(String cell) {
        return LINE_ENDS.matcher(cell).replaceAll(" ").replace("|", "\\|");
    }

    private static String padded(String cell, int width, boolean toTheRight) {
        String blanks = " ".repeat(width - cell.length());
        return toTheRight ? blanks + cell : cell + blanks;
    }

    private static String rule(int width, boolean toTheRight) {
        return "-".repeat(width - 1) + (toTheRight ? ":" : "-");
    }
}
