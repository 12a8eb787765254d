package io.github.bkd4j.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format whose every line is a row, or the header; blank lines may only come at the end. */
interface LineFormat extends TextFormat {

    /**
     * Reads lines in their order.
     *
     * @param <R> what a row becomes
     */
    interface Parser<R> {

        /** Reads a line, given without its end; adds its row unless it is a header. */
        void read(String line, Place place, List<R> rows);
    }

    /** What a line looks like, for messages. */
    String shape();

    /** Begins to read a file. */
    <R> Parser<R> parser(Columns columns, Wanted<R> wanted);

    @Override
    default <R> List<R> rows(Utf8Reader in, Columns columns, Wanted<R> wanted) throws IOException {
        Parser<R> parser = parser(columns, wanted);
        List<R> rows = new ArrayList<>();
        boolean hasLine = false;
        String blank = null;
        Place place = in.place();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                refuse(blank, place, parser, rows);
                parser.read(line, in.place(), rows);
                hasLine = true;
            } else if (blank == null) {
                blank = line;
                place = in.place();
            }
        }
        if (rows.isEmpty()) {
            throw new CorpusException(in.source()
                    + (hasLine
                            ? ": must have at least one row below its header but had none"
                            : ": must have at least one " + (wanted.labelled() ? "line " + shape() : "text")
                                    + " but was empty"));
        }
        return rows;
    }

    /** A blank line that has others behind it is a row like any, which the format refuses. */
    private static <R> void refuse(@Nullable String blank, Place place, Parser<R> parser, List<R> rows) {
        if (blank != null) {
            parser.read(blank, place, rows);
        }
    }
}
