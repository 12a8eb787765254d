package io.github.bkd4j.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A format whose every line is a row. */
interface LineFormat extends TextFormat {

    /** What a line looks like, for messages. */
    String shape();

    /** Reads one line, given without its end. */
    Labeled<String> row(String line, Place place);

    @Override
    default List<Labeled<String>> rows(Utf8Reader in) throws IOException {
        List<Labeled<String>> rows = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            rows.add(row(line, in.place()));
        }
        if (rows.isEmpty()) {
            throw new CorpusException(in.path() + ": must have at least one line " + shape() + " but was empty");
        }
        return rows;
    }
}
