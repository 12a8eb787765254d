package io.github.bkd4j.report;

import io.github.bkd4j.corpus.AtomicFile;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.SystemScores;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The results of an evaluation, to be read. Immutable.
 *
 * <pre>{@code
 * System.out.println(Report.of(evaluation).table());
 * System.out.println(Report.of(evaluation).against("bkd"));
 * Report.of(evaluation).writeJson(Path.of("results.json"));
 * }</pre>
 */
public final class Report {

    private final Evaluation<?> evaluation;

    private Report(Evaluation<?> evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Reports on an evaluation.
     *
     * @param evaluation at least one result
     * @return the report
     * @throws IllegalArgumentException if there is no result
     */
    public static Report of(Evaluation<?> evaluation) {
        if (evaluation.results().isEmpty()) {
            throw new IllegalArgumentException("report must have at least one result but had none");
        }
        return new Report(evaluation);
    }

    /**
     * A Markdown table that also reads well on a console: one row a system, in order of first appearance, means over
     * its runs. Balanced accuracy has its 95% interval beside it. What is not known of a system is {@code -}; a column
     * that is not known of any system is left out.
     *
     * @return lines without a line break at the end
     */
    public String table() {
        return ResultsTable.of(systems());
    }

    private List<SystemScores> systems() {
        return evaluation.systems().stream().map(evaluation::system).toList();
    }

    /**
     * A Markdown table of every figure of one system, one below the other, with 95% intervals.
     *
     * @param system its name
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String figures(String system) {
        SystemScores scores = evaluation.system(system);
        return MarkdownTable.of(FiguresTable.columns(scores)) + "\n\n" + ResultsTable.footnote(List.of(scores));
    }

    /**
     * A Markdown table of how far one system lies above each of the others, with 95% intervals, and stars where that is
     * beyond chance.
     *
     * @param system its name
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String against(String system) {
        return DifferencesTable.of(evaluation.against(system));
    }

    /**
     * As {@link #against(String)}, with some of the others.
     *
     * @param system its name
     * @param rivals the others, in order of the rows
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String against(String system, List<String> rivals) {
        return DifferencesTable.of(evaluation.against(system, rivals));
    }

    /**
     * Writes one JSON object a result, as an array, with the keys {@code system, seed, accuracy, balancedAccuracy,
     * macroF1, many, medium, few, head, middle, tail, ece, trainSeconds, parameters, balancedAccuracyLow,
     * balancedAccuracyHigh, microF1, gMean, top5}; what is not known is null. The file is there as a whole or not at
     * all.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeJson(Path file) {
        AtomicFile.write(file, out -> out.write(bytes(ResultsJson.of(evaluation.results()))));
    }

    /**
     * Writes one line a result, below a header with the keys of {@link #writeJson}; what is not known is empty. The
     * file is there as a whole or not at all.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeCsv(Path file) {
        AtomicFile.write(file, out -> out.write(bytes(ResultsCsv.of(evaluation.results()))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
