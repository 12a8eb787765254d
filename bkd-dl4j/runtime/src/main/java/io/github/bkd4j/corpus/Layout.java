package io.github.bkd4j.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where the rows of one table have their label and their text.
 *
 * @param label position from 0; -1 if labels are not wanted
 * @param text positions from 0, in order
 * @param width number of columns
 * @param like what has as many columns, for messages
 */
record Layout(int label, List<Integer> text, int width, String like) {

    private static final String HEADER = "header";
    private static final String FIRST_LINE = "first line";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int QUOTED = 80; // characters

    /** The layout below a header; empty unless it has each column that is wanted once. */
    static Optional<Layout> of(List<String> names, Columns columns, Wanted<?> wanted) {
        return of(names, columns, wanted, HEADER);
    }

    private static Optional<Layout> of(List<String> names, Columns columns, Wanted<?> wanted, String like) {
        int label = wanted.labelled() ? position(names, columns.label()) : -1;
        List<Integer> text =
                columns.text().stream().map(column -> position(names, column)).toList();
        boolean whole = (label >= 0 || !wanted.labelled()) && !text.contains(-1) && !text.contains(label);
        return whole ? Optional.of(new Layout(label, text, names.size(), like)) : Optional.empty();
    }

    /** The layout of a table without a header: its first two columns are label and text, an only one is text. */
    static Optional<Layout> ofWidth(int width, Columns columns, Wanted<?> wanted) {
        List<String> names = new ArrayList<>(width == 1 ? List.of("text") : List.of("label", "text"));
        IntStream.range(2, width).forEach(column -> names.add(""));
        return of(names, columns, wanted, FIRST_LINE);
    }

    /** Whether a line that may be a header is one: it has every column that is wanted by name, and there is one. */
    static boolean isHeader(List<String> line, Columns columns, Wanted<?> wanted) {
        List<String> named = wanted(columns, wanted).stream()
                .filter(NUMBER.asMatchPredicate().negate())
                .toList();
        return named.isEmpty()
                ? isHeader(line, Columns.standard(), wanted)
                : named.stream().allMatch(name -> named(line, name) >= 0)
                        && of(line, columns, wanted).isPresent();
    }

    private static List<String> wanted(Columns columns, Wanted<?> wanted) {
        List<String> all = new ArrayList<>(wanted.labelled() ? List.of(columns.label()) : List.of());
        all.addAll(columns.text());
        return all;
    }

    private static int position(List<String> names, String column) {
        int named = named(names, column);
        if (named >= 0 || !NUMBER.matcher(column).matches()) {
            return named;
        }
        int number = Integer.parseInt(column);
        return number <= names.size() ? number - 1 : -1;
    }

    /** The only column of a name; as it is written before any other case; -1 if there is none or more than one. */
    private static int named(List<String> names, String column) {
        return names.contains(column)
                ? only(names, column::equals)
                : only(names, name -> name.equalsIgnoreCase(column));
    }

    private static int only(List<String> names, Predicate<String> fits) {
        int[] found = IntStream.range(0, names.size())
                .filter(i -> fits.test(names.get(i)))
                .limit(2)
                .toArray();
        return found.length == 1 ? found[0] : -1;
    }

    /** Why there is no layout; the names are shown as they are in the file, with the delimiter between them. */
    static String refusal(List<String> names, char delimiter, Columns columns, Wanted<?> wanted) {
        String between = delimiter == '\t' ? "<TAB>" : String.valueOf(delimiter);
        String found = shown(names.stream().map(String::strip).collect(Collectors.joining(between)));
        return (columns.header() ? HEADER : FIRST_LINE) + " must have " + columns(columns, wanted)
                + ", each once, but was " + found + "; set " + wanted.options() + " to yours"
                + (columns.header() ? ", or --no-header if there is none" : "");
    }

    /** The columns that a table must have, for messages. */
    static String columns(Columns columns, Wanted<?> wanted) {
        List<String> all = wanted(columns, wanted);
        return (all.size() > 1 ? "the columns " : "the column ") + enumerated(all);
    }

    private static String enumerated(List<String> columns) {
        int last = columns.size() - 1;
        return last == 0 ? columns.get(0) : String.join(", ", columns.subList(0, last)) + " and " + columns.get(last);
    }

    /** In one line, and not too long: a file that is no table can have a header without end. */
    static String shown(String words) {
        String line = words.replaceAll("\\s+", " ");
        return line.length() > QUOTED ? line.substring(0, QUOTED) + "..." : line;
    }

    /** What is wanted of a row. */
    <R> R row(List<String> fields, Place place, Wanted<R> wanted) {
        if (fields.size() != width) {
            boolean isBlank = fields.size() == 1 && fields.get(0).isBlank();
            throw place.error("must have " + width + (width == 1 ? " field" : " fields") + ", as many as the " + like
                    + (isBlank ? ", but was blank" : ", but had " + fields.size()));
        }
        return wanted.row(place, label < 0 ? "" : fields.get(label), text(fields));
    }

    private String text(List<String> fields) {
        return text.size() == 1
                ? fields.get(text.get(0))
                : joined(text.stream().map(fields::get).toList());
    }

    /** Parts of a text, the blank ones left out. */
    static String joined(List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).map(String::strip).collect(Collectors.joining(" "));
    }

    /** Whether the text ends the row, so that a delimiter in it can do no harm. */
    boolean endsInText() {
        return text.contains(width - 1);
    }
}
