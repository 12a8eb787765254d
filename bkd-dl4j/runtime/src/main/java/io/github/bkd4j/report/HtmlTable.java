package io.github.bkd4j.report;

import java.util.List;
import java.util.stream.IntStream;

/** A table of a page; wider than a phone, it scrolls by itself. */
final class HtmlTable {

    private HtmlTable() {}

    /** Columns, each a title and its cells; the first is of words, the others of numbers. */
    static Element of(List<List<String>> columns) {
        return of(columns, 1);
    }

    /** As {@link #of(List)}, with more than one column of words. */
    static Element of(List<List<String>> columns, int ofWords) {
        int rows = columns.get(0).size();
        return Element.of("div", "scroll")
                .with("tabindex", 0) // to be scrolled by the keyboard
                .add(Element.of("table")
                        .add(Element.of("thead").add(row(columns, 0, "th", ofWords)))
                        .add(Element.of("tbody")
                                .add(IntStream.range(1, rows)
                                        .mapToObj(row -> row(columns, row, "td", ofWords))
                                        .toList())));
    }

    private static Element row(List<List<String>> columns, int row, String cell, int ofWords) {
        return Element.of("tr")
                .add(IntStream.range(0, columns.size())
                        .mapToObj(c -> c < ofWords
                                ? Element.of(cell, "words").words(columns.get(c).get(row))
                                : Element.of(cell).text(columns.get(c).get(row)))
                        .toList());
    }
}
