package io.github.bkd4j.study;

import io.github.bkd4j.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A table in Markdown with a row per candidate: its name and its settings, then figures. */
final class CandidateTable<R> {

    private final List<R> rows;
    private final List<List<String>> columns = new ArrayList<>(); // a title, then a cell per row

    /** Begins with the options that one of the candidates has; others leave those empty that they lack. */
    CandidateTable(Candidate shown, List<R> rows, Function<R, Candidate> candidate) {
        this.rows = rows;
        add("setting", row -> candidate.apply(row).name());
        shown.options()
                .keySet()
                .forEach(name -> add(name, row -> candidate.apply(row).options().getOrDefault(name, "")));
    }

    /** Adds a column. */
    CandidateTable<R> add(String title, Function<R, String> cell) {
        columns.add(Stream.concat(Stream.of(title), rows.stream().map(cell)).toList());
        return this;
    }

    /** Lines without a line break at the end. */
    @Override
    public String toString() {
        return MarkdownTable.of(columns);
    }
}
