package io.github.bkd4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.SystemScores;
import io.github.bkd4j.io.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tables, files and a page of the results of an evaluation. Immutable.
 *
 * <pre>{@code
 * System.out.println(Report.of(evaluation).table());
 * System.out.println(Report.of(evaluation).against("bkd"));
 * Report.of(evaluation).writeJson(Path.of("results.json"));
 * }</pre>
 */
public final class Report {

    private final Study study;

    private Report(Study study) {
        this.study = study;
    }

    /**
     * Reports on an evaluation; gains and losses are those of the last system against the one before it.
     *
     * @param evaluation at least one result
     * @return the report
     * @throws IllegalArgumentException if there is no result
     */
    public static Report of(Evaluation<?> evaluation) {
        return new Report(Study.of(evaluation));
    }

    /**
     * Gives the page a title.
     *
     * @param title such as the name of a corpus
     * @return a report with that title
     */
    public Report titled(String title) {
        return new Report(study.titled(title));
    }

    /**
     * Chooses the two systems whose gains and losses are reported.
     *
     * @param system the first system
     * @param rival the system it is compared with
     * @return a report on the two, among all others
     * @throws IllegalArgumentException if there is no such system, or both are the same
     */
    public Report comparing(String system, String rival) {
        return new Report(study.comparing(system, rival));
    }

    /**
     * Chooses a student whose gains and losses are reported against the best of other students: that of the largest
     * mean balanced accuracy, the first by name among equals. The page says which one it is.
     *
     * @param system the student
     * @param students the others, at least one, in any order; without teachers, which cannot be deployed in its place
     * @return a report on the two, among all others
     * @throws IllegalArgumentException if there is no other student, no system of a name, or the student is among the
     *     others
     */
    public Report comparing(String system, List<String> students) {
        return new Report(study.comparing(system, students));
    }

    /**
     * Adds training histories.
     *
     * @param histories of any of the systems
     * @return a report that shows them
     */
    public Report withHistories(List<History> histories) {
        return new Report(study.with(histories));
    }

    /**
     * Adds what is wrong with the corpora, such as {@code CorpusCheck.warnings(splits)}.
     *
     * @param warnings sentences without a full stop
     * @return a report whose page begins with them
     */
    public Report withWarnings(List<String> warnings) {
        return new Report(study.warning(warnings));
    }

    /**
     * Adds the provenance of the results.
     *
     * @param provenance names and values, in the order in which they are shown: the plan, fingerprints of the data,
     *     seeds, versions
     * @return a report that shows them
     */
    public Report withProvenance(Map<String, String> provenance) {
        return new Report(study.with(provenance));
    }

    /**
     * Adds what moves the answers of the system whose gains and losses are reported: the page then shows for each class
     * of the tail which tokens decide, and beside each of the surest errors those that led to it.
     *
     * @param reasons of that system, in its first run, asked for every test text of the tail
     * @return a report whose page shows them
     */
    public Report withReasons(Reasons reasons) {
        return new Report(study.with(reasons));
    }

    /**
     * Adds figures of the system whose gains and losses are reported, to its table, to JSON and CSV, and to the page.
     *
     * @param figures each with a key of its own
     * @return a report that shows them
     */
    public Report withFigures(List<Figure> figures) {
        return new Report(study.withFigures(figures));
    }

    /**
     * A Markdown table that also reads well on a console: one row per system, in order of first appearance, means over
     * its runs. Balanced accuracy has its 95% confidence interval. What is not known of a system is {@code -}; a column
     * that is not known of any system is left out.
     *
     * @return lines without a line break at the end
     */
    public String table() {
        return ResultsTable.of(study.systems());
    }

    /**
     * A Markdown table of every figure of one system, one below the other, with 95% confidence intervals.
     *
     * @param system its name
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String figures(String system) {
        SystemScores scores = study.evaluation().system(system);
        return MarkdownTable.of(FiguresTable.columns(scores, study.figures(system))) + "\n\n"
                + ResultsTable.footnote(List.of(scores));
    }

    /**
     * A Markdown table of the differences between one system and each of the others, with 95% confidence intervals, and
     * stars where the difference is significant.
     *
     * @param system its name
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String against(String system) {
        return DifferencesTable.of(study.evaluation().against(system));
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
        return DifferencesTable.of(study.evaluation().against(system, rivals));
    }

    /**
     * Writes one JSON object per result, as an array, with the keys {@code system, seed, accuracy, balancedAccuracy,
     * macroF1, many, medium, few, head, middle, tail, ece, trainSeconds, parameters, balancedAccuracyLow,
     * balancedAccuracyHigh, microF1, gMean, top5, aurc}, and those of {@link #withFigures}; what is not known is null.
     * The file is written atomically.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeJson(Path file) {
        write(file, () -> RowFiles.json(results()));
    }

    /**
     * Writes one line per result, below a header with the keys of {@link #writeJson}; what is not known is empty. The
     * file is written atomically.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeCsv(Path file) {
        write(file, () -> RowFiles.csv(results()));
    }

    /**
     * Writes the differences between one system and others as an array of JSON objects, one per rival and figure, with
     * the keys {@code system, against, metric, difference, low, high, p, adjustedP}: the ends of the 95% confidence
     * interval, and the probability of the paired test before and after Holm's correction over the rivals. The metric
     * is {@code balancedAccuracy}, a group ({@code many} to {@code tail}) if the test set has classes of it, or
     * {@code accuracy} between systems of one run. The file is written atomically.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @param system its name
     * @param rivals the others, at least one, in order of the rows
     * @throws IllegalArgumentException if there is no such system
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeDifferencesJson(Path file, String system, List<String> rivals) {
        write(file, () -> RowFiles.json(differences(system, rivals)));
    }

    /**
     * Writes the same as comma-separated values, below a header with the keys of {@link #writeDifferencesJson}.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @param system its name
     * @param rivals the others, at least one, in order of the rows
     * @throws IllegalArgumentException if there is no such system
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeDifferencesCsv(Path file, String system, List<String> rivals) {
        write(file, () -> RowFiles.csv(differences(system, rivals)));
    }

    private List<ObjectNode> results() {
        return ResultRows.of(study);
    }

    private List<ObjectNode> differences(String system, List<String> rivals) {
        return DifferenceRows.of(study.evaluation().against(system, rivals));
    }

    /**
     * Writes one HTML file that needs nothing else, no network and no script: the verdict in a sentence, tables, recall
     * against class size, who gained and who paid, where the tail goes, reliability, trainings, the surest errors,
     * every class, and where it all comes from. For screens light and dark, phones and paper. What is in it as text,
     * labels and names included, cannot become markup.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeHtml(Path file) {
        write(file, () -> EvaluationPage.of(study));
    }

    /**
     * Writes recall against class size as one SVG image, legible on white and on dark, for a README.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @param systems what is shown, the last on top
     * @throws IllegalArgumentException if there is no such system
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeClassSizes(Path file, List<String> systems) {
        systems.forEach(study.evaluation()::system);
        write(file, () -> ClassSizeImage.of(study, systems));
    }

    private interface Text {

        String text() throws IOException;
    }

    private static void write(Path file, Text text) {
        AtomicFile.write(file, out -> out.write(text.text().getBytes(StandardCharsets.UTF_8)));
    }
}
