package io.github.bkd4j.corpus;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * Lines of fields between tabs, by default label, tab, text. Nothing is quoted; in a text that ends the row a later tab
 * is a blank.
 */
@Slf4j
final class TsvFormat implements LineFormat {

    private static final String SHAPE = "label<TAB>text";
    private static final int ALL = Integer.MAX_VALUE;

    @Override
    public String shape() {
        return SHAPE;
    }

    @Override
    public <R> Parser<R> parser(Columns columns, Wanted<R> wanted) {
        Character delimiter = columns.delimiter();
        return new Rows<>(columns, wanted, delimiter == null ? '\t' : delimiter);
    }

    private static List<String> fields(String line, char delimiter, int most) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(delimiter);
                to >= 0 && fields.size() < most - 1;
                to = line.indexOf(delimiter, from)) {
            fields.add(line.substring(from, to));
            from = to + 1;
        }
        fields.add(most == ALL ? line.substring(from) : line.substring(from).replace('\t', ' '));
        return fields;
    }

    /** The first line says how the others are read. */
    @RequiredArgsConstructor
    private static final class Rows<R> implements Parser<R> {

        private final Columns columns;
        private final Wanted<R> wanted;
        private final char delimiter;
        private @Nullable Layout layout;
        private boolean plain; // label, tab, text

        @Override
        public void read(String line, Place place, List<R> rows) {
            if (layout != null) {
                rows.add(row(line, place, layout));
                return;
            }
            List<String> first =
                    fields(line, delimiter, ALL).stream().map(String::strip).toList();
            if (columns.header() && Layout.isHeader(first, columns, wanted)) {
                layout = header(first, place);
            } else {
                layout = headerless(first, place);
                rows.add(row(line, place, layout));
            }
        }

        private R row(String line, Place place, Layout known) {
            List<String> fields = fields(line, delimiter, known.endsInText() ? known.width() : ALL);
            if (plain && fields.size() == 1) {
                throw place.error("must be " + SHAPE + (line.isBlank() ? " but was blank" : " but had no tab"));
            }
            return known.row(fields, place, wanted);
        }

        private Layout header(List<String> names, Place place) {
            if (columns.equals(Columns.standard())) {
                log.warn("{}", place.said("is taken as a header; --no-header reads it as a row"));
            }
            return Layout.of(names, columns, wanted)
                    .orElseThrow(() -> place.error(Layout.refusal(names, delimiter, columns, wanted)));
        }

        /** Without other columns to find, a row is a label and, to its end, a text; an only column is the text. */
        private Layout headerless(List<String> first, Place place) {
            boolean isPlain = columns.label().equals("label") && columns.text().equals(List.of("text"));
            plain = isPlain && delimiter == '\t' && (wanted.labelled() || first.size() > 1);
            int width = plain ? 2 : isPlain ? Math.min(2, first.size()) : first.size();
            return Layout.ofWidth(width, columns, wanted)
                    .orElseThrow(() -> place.error(Layout.refusal(first, delimiter, columns, wanted)));
        }
    }
}
