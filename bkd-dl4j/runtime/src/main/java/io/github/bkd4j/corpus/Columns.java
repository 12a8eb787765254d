package io.github.bkd4j.corpus;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where files have their labels and texts. A column has a name, matched without case where none has it exactly, or a
 * number from 1; a name wins over a number. In JSON Lines columns are fields, a nested one by the names on its way
 * joined by dots, and have no numbers. Without a header the first two columns are called label and text. Immutable.
 *
 * <pre>{@code
 * Columns columns = Columns.standard().withLabel("category").withText("subject", "body");
 * Corpus<String> tickets = Corpus.read(Path.of("tickets.csv"), columns);
 * }</pre>
 *
 * @param label the column of the labels, not blank
 * @param text the columns that make up a text, at least one, none blank or twice; joined by a blank in this order
 * @param delimiter what separates the fields of .csv and .tsv; null for a tab in .tsv, and in .csv for whichever of
 *     comma, semicolon, tab and pipe fits the first line
 * @param header whether the first line of .csv names the columns, and that of .tsv may: it does if every column asked
 *     for by name is in it
 */
public record Columns(
        String label, List<String> text, @Nullable Character delimiter, boolean header) {

    private static final Columns STANDARD = new Columns("label", List.of("text"), null, true);

    /**
     * Checks that each column can be there.
     *
     * @param label see {@link Columns}
     * @param text see {@link Columns}
     * @param delimiter see {@link Columns}
     * @param header see {@link Columns}
     * @throws IllegalArgumentException if a column is blank, there is none for the text or one twice, or the delimiter
     *     is a quote or ends lines
     */
    public Columns {
        text = List.copyOf(text);
        if (label.isBlank()) {
            throw new IllegalArgumentException("label column must not be blank but was '" + label + "'");
        }
        if (text.isEmpty() || text.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "text column must be at least one, none blank, but was '" + String.join(",", text) + "'");
        }
        if (Set.copyOf(text).size() < text.size()) {
            throw new IllegalArgumentException(
                    "text column must name each column once but was '" + String.join(",", text) + "'");
        }
        if (delimiter != null && (delimiter == '"' || delimiter == '\n' || delimiter == '\r')) {
            throw new IllegalArgumentException("delimiter must not be a quote or a line end but was "
                    + (delimiter == '"' ? "'\"'" : "a line end"));
        }
    }

    /**
     * Columns called label and text, below a header.
     *
     * @return the columns that are looked for where nothing is said
     */
    public static Columns standard() {
        return STANDARD;
    }

    /**
     * Another column of labels.
     *
     * @param column a name, or a number from 1
     * @return a copy with it
     */
    public Columns withLabel(String column) {
        return new Columns(column, text, delimiter, header);
    }

    /**
     * Other columns of texts.
     *
     * @param columns names, or numbers from 1, joined by a blank in this order
     * @return a copy with them
     */
    public Columns withText(String... columns) {
        return new Columns(label, List.of(columns), delimiter, header);
    }

    /**
     * What separates fields, where the file does not show it.
     *
     * @param character no quote and no line end
     * @return a copy with it
     */
    public Columns withDelimiter(char character) {
        return new Columns(label, text, character, header);
    }

    /**
     * For .csv and .tsv whose first line is a row.
     *
     * @return a copy that looks for no header
     */
    public Columns withoutHeader() {
        return new Columns(label, text, delimiter, false);
    }
}
