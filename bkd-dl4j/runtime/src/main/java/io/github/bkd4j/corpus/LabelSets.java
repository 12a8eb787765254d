package io.github.bkd4j.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text with its set of labels from each row: an array of JSON, or one field with a separator between the labels.
 *
 * @param separator null where there are arrays alone
 */
record LabelSets(@Nullable String separator) implements Wanted<MultiLabeled<String>> {

    static final String COLUMN = "labels";

    LabelSets {
        if (separator != null && (separator.isEmpty() || !Labeled.isOneLine(separator) || separator.contains("\""))) {
            throw new IllegalArgumentException(
                    "label separator must be one or more characters, no quote, tab or line end, but was '"
                            + Labeled.shown(separator) + "'");
        }
    }

    static List<MultiLabeled<String>> read(Path path, Columns columns, @Nullable String separator) {
        if (Files.isDirectory(path)) {
            throw new CorpusException(path + ": must be a file, for a folder has one label per text, but was a folder");
        }
        LabelSets wanted = new LabelSets(separator);
        List<MultiLabeled<String>> rows = TextFormat.of(path).read(path, columns(path, columns), wanted);
        if (rows.stream().allMatch(row -> row.labels().isEmpty())) {
            throw new CorpusException(path + ": must have at least one text with a label but had none");
        }
        return rows;
    }

    /** Whether the first line of a file of JSON Lines has an array of labels. */
    static boolean in(Path file, Columns columns) {
        return isJson(file)
                && JsonLinesFormat.hasArray(
                        firstLine(file), columns(file, columns).label());
    }

    /** With {@code labels} for the column {@code label} where the first line names that. */
    static Columns columns(Path file, Columns columns) {
        if (!columns.label().equals(Columns.standard().label())) {
            return columns;
        }
        String line = firstLine(file);
        boolean named = isJson(file)
                ? JsonLinesFormat.hasArray(line, COLUMN)
                : Stream.of(line.split("[\\t,;|]")).anyMatch(LabelSets::isColumn);
        return named ? columns.withLabel(COLUMN) : columns;
    }

    private static boolean isColumn(String field) {
        return field.replace('"', ' ').strip().equalsIgnoreCase(COLUMN);
    }

    private static boolean isJson(Path file) {
        return file.toString()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gz$", "")
                .endsWith(".jsonl");
    }

    /** Empty if there is none, or it cannot be read: who reads the file says so. */
    private static String firstLine(Path file) {
        try (Utf8Reader in = Utf8Reader.open(file)) {
            return in.peek();
        } catch (IOException | CorpusException e) {
            return "";
        }
    }

    @Override
    public boolean labelled() {
        return true;
    }

    @Override
    public boolean arrays() {
        return true;
    }

    @Override
    public String options() {
        return "--label-column and --text-column";
    }

    @Override
    public MultiLabeled<String> row(Place place, String field, String text) {
        if (separator == null) {
            throw place.error("labels must be an array, or --label-separator must say what is between them, but were '"
                    + Layout.shown(field) + "'");
        }
        return WhiteSpace.strip(field).isEmpty()
                ? row(place, List.of(), text)
                : row(place, List.of(field.split(Pattern.quote(separator), -1)), text);
    }

    @Override
    public MultiLabeled<String> row(Place place, List<String> labels, String text) {
        List<String> names = labels.stream().map(place::label).toList();
        if (separator != null) {
            names.stream().filter(name -> name.contains(separator)).findFirst().ifPresent(name -> {
                throw place.error("label must not have the separator '" + separator + "' in it but was '" + name + "'");
            });
        }
        return new MultiLabeled<>(place.text(text), names);
    }
}
