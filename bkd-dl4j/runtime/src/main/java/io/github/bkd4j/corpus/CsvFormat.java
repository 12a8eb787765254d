package io.github.bkd4j.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Comma-separated values (RFC 4180) below a header line that names the columns label and text; others are ignored. */
final class CsvFormat implements TextFormat {

    // The parser's own check of the width says neither file nor line, and it would skip blank lines.
    private static final CsvReader.CsvReaderBuilder PARSER = CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    @Override
    public List<Labeled<String>> rows(Utf8Reader in) throws IOException {
        try (CsvReader<CsvRecord> records = PARSER.ofCsvRecord(in)) {
            return rows(records.iterator(), in.path());
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CorpusException refusal) { // of the reader underneath
                throw refusal;
            }
            throw new CorpusException(in.path() + ": must be CSV but was not: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Labeled<String>> rows(Iterator<CsvRecord> records, Path path) {
        if (!records.hasNext()) {
            throw new CorpusException(path + ": must have a header line with the columns label and text but was empty");
        }
        Columns columns = Columns.of(records.next(), path);
        List<Labeled<String>> rows = new ArrayList<>();
        while (records.hasNext()) {
            rows.add(columns.row(records.next(), path));
        }
        if (rows.isEmpty()) {
            throw new CorpusException(path + ": must have at least one row below its header but had none");
        }
        return rows;
    }

    /** Where a row has its label and its text. */
    private record Columns(int label, int text, int width) {

        private static final int QUOTED = 80; // characters

        static Columns of(CsvRecord header, Path path) {
            List<String> names = header.getFields().stream().map(String::strip).toList();
            if (Collections.frequency(names, "label") != 1 || Collections.frequency(names, "text") != 1) {
                throw new Place(path, header.getStartingLineNumber())
                        .error("header must have the columns label and text, each once, but was "
                                + shown(String.join(",", names)));
            }
            return new Columns(names.indexOf("label"), names.indexOf("text"), names.size());
        }

        /** A file that is no CSV can have a header without end. */
        private static String shown(String header) {
            String line = header.replaceAll("\\s+", " ");
            return line.length() > QUOTED ? line.substring(0, QUOTED) + "..." : line;
        }

        Labeled<String> row(CsvRecord values, Path path) {
            Place place = new Place(path, values.getStartingLineNumber());
            if (values.getFieldCount() != width) {
                throw place.error(
                        "must have " + width + " fields, as many as the header, but had " + values.getFieldCount());
            }
            return place.row(values.getField(label), values.getField(text));
        }
    }
}
