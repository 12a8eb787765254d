package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where files have their labels and texts: a group of every command that reads some. */
final class ColumnOptions {

    static final String HEADING = "%nColumns%n";
    static final int ORDER = 5; // behind all that is of one command alone

    private static final String TAB = "tab";

    @Option(
            names = "--text-column",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "Column or field of the texts: a name, in any case, or a number from 1; in JSON Lines a name, "
                            + "such as ticket.body for a nested field. Several, joined by commas or given one by one, are "
                            + "joined by a blank. Default text.")
    private List<String> text = Columns.standard().text();

    @Option(
            names = "--label-column",
            paramLabel = "COLUMN",
            description = "Column or field of the labels. Default ${DEFAULT-VALUE}.")
    private String label = Columns.standard().label();

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What separates the fields of .csv and .tsv: one character, or 'tab'. Default: whichever of "
                    + "comma, semicolon, tab and pipe fits the first line of .csv; a tab in .tsv.")
    private @Nullable String delimiter;

    @Option(
            names = "--label-separator",
            paramLabel = "CHARS",
            description = "Each text has a set of labels, in one field, with this between them, such as '|'; an empty "
                    + "field is no label. JSON Lines may have arrays of labels instead, in the field labels, which need "
                    + "no option. Default: one label per text.")
    private @Nullable String labelSeparator;

    @Option(
            names = "--no-header",
            description = "The first line of .csv and .tsv is a row: its columns have numbers, and the first two are "
                    + "label and text. Without it .csv has a header, and .tsv has one if its first line names the "
                    + "columns.")
    private boolean noHeader;

    /** What is asked for; refused if it cannot be. */
    Columns columns() {
        Columns standard = Columns.standard();
        Columns labels = InputException.checked("--label-column", () -> standard.withLabel(label));
        Columns texts = InputException.checked("--text-column", () -> labels.withText(text.toArray(String[]::new)));
        Columns separated = InputException.checked("--delimiter", () -> delimited(texts));
        return noHeader ? separated.withoutHeader() : separated;
    }

    /** Whether the texts of a file have sets of labels: its first line shows it, or a separator is given. */
    boolean haveLabelSets(Path data) {
        return labelSeparator != null || MultiLabelCorpus.isIn(data, columns());
    }

    /** Texts with sets of labels. */
    MultiLabelCorpus<String> readLabelSets(Path data) {
        Columns columns = columns();
        return InputException.checked("--label-separator", () -> MultiLabelCorpus.read(data, columns, labelSeparator));
    }

    private Columns delimited(Columns columns) {
        if (delimiter == null) {
            return columns;
        }
        if (delimiter.equals(TAB) || delimiter.equals("\\t")) {
            return columns.withDelimiter('\t');
        }
        if (delimiter.length() != 1) {
            throw new InputException("--delimiter", "must be one character or 'tab' but was '" + delimiter + "'");
        }
        return columns.withDelimiter(delimiter.charAt(0));
    }

    /** What is between the labels of a text; null if it is not said. */
    @Nullable String labelSeparator() {
        return labelSeparator;
    }
}
