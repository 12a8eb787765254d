package io.github.bkd4j.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Comma-separated values (RFC 4180), also with another delimiter, below a header line that names the columns. Blank
 * lines may only come at the end.
 */
final class CsvFormat implements TextFormat {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    // The parser's own check of the width says neither file nor line, and it would skip blank lines.
    private static CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false);
    }

    @Override
    public <R> List<R> rows(Utf8Reader in, Columns columns, Wanted<R> wanted) throws IOException {
        char delimiter = delimiter(in, columns, wanted);
        try (CsvReader<CsvRecord> records = parser(delimiter).ofCsvRecord(in)) {
            return rows(records.iterator(), delimiter, in.source(), columns, wanted);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CorpusException refusal) { // of the reader underneath
                throw refusal;
            }
            throw new CorpusException(in.source() + ": must be CSV but was not: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is said, or what the first line shows; a comma where it shows nothing. */
    private static char delimiter(Utf8Reader in, Columns columns, Wanted<?> wanted) throws IOException {
        Character said = columns.delimiter();
        if (said != null) {
            return said;
        }
        String line = in.peek();
        List<Character> dividing = DELIMITERS.stream()
                .filter(delimiter ->
                        line.indexOf(delimiter) >= 0 && fields(line, delimiter).size() > 1)
                .toList();
        List<Character> fitting = dividing.stream()
                .filter(delimiter -> layout(fields(line, delimiter), columns, wanted))
                .toList();
        List<Character> left = fitting.isEmpty() ? dividing : fitting;
        if (fitting.size() > 1) {
            throw in.place()
                    .error("delimiter must be clear from the first line but could be "
                            + fitting.stream().map(CsvFormat::name).collect(Collectors.joining(" or "))
                            + "; set --delimiter");
        }
        return left.isEmpty() ? ',' : left.get(0);
    }

    private static boolean layout(List<String> first, Columns columns, Wanted<?> wanted) {
        return (columns.header() ? Layout.of(first, columns, wanted) : Layout.ofWidth(first.size(), columns, wanted))
                .isPresent();
    }

    private static String name(char delimiter) {
        return delimiter == '\t' ? "a tab" : "'" + delimiter + "'";
    }

    /** The fields of a line by itself, none if it cannot be read so. */
    private static List<String> fields(String line, char delimiter) {
        try (CsvReader<CsvRecord> records =
                        parser(delimiter).allowUnclosedQuote(true).ofCsvRecord(line);
                Stream<CsvRecord> first = records.stream()) {
            return first.findFirst().map(CsvFormat::stripped).orElse(List.of());
        } catch (CsvParseException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> stripped(CsvRecord fields) {
        return fields.getFields().stream().map(String::strip).toList();
    }

    private static <R> List<R> rows(
            Iterator<CsvRecord> records, char delimiter, String source, Columns columns, Wanted<R> wanted) {
        if (!records.hasNext()) {
            throw new CorpusException(source
                    + (columns.header()
                            ? ": must have a header line with " + Layout.columns(columns, wanted) + " but was empty"
                            : ": must have at least one row but was empty"));
        }
        CsvRecord first = records.next();
        List<String> names = stripped(first);
        Place place = place(first, source);
        Layout layout = (columns.header()
                        ? Layout.of(names, columns, wanted)
                        : Layout.ofWidth(names.size(), columns, wanted))
                .orElseThrow(() -> place.error(Layout.refusal(names, delimiter, columns, wanted)));
        List<R> rows = new ArrayList<>();
        if (!columns.header()) {
            rows.add(layout.row(first.getFields(), place, wanted));
        }
        read(records, source, layout, wanted, rows);
        if (rows.isEmpty()) {
            throw new CorpusException(source + ": must have at least one row below its header but had none");
        }
        return rows;
    }

    private static <R> void read(
            Iterator<CsvRecord> records, String source, Layout layout, Wanted<R> wanted, List<R> rows) {
        List<CsvRecord> blank = new ArrayList<>();
        while (records.hasNext()) {
            CsvRecord next = records.next();
            if (next.getFieldCount() == 1 && next.getField(0).isBlank()) {
                blank.add(next);
            } else {
                blank.forEach(line -> rows.add(layout.row(line.getFields(), place(line, source), wanted)));
                blank.clear();
                rows.add(layout.row(next.getFields(), place(next, source), wanted));
            }
        }
    }

    private static Place place(CsvRecord values, String source) {
        return new Place(source, values.getStartingLineNumber());
    }
}
