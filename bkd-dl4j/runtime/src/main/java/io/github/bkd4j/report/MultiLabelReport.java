package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.MultiLabelComparison;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.MultiLabelSystemScores;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Checks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tables, files and a page of the results of an evaluation of label sets. Immutable. Files have the keys of
 * {@link Report} and some of their own: {@code accuracy} is that of whole label sets, the groups have mean F1 instead
 * of recall, and what is of one class per text alone is null.
 */
public final class MultiLabelReport {

    private final MultiLabelEvaluation<?> evaluation;
    private final String title;
    private final List<String> warnings;
    private final Map<String, String> provenance;

    private MultiLabelReport(
            MultiLabelEvaluation<?> evaluation, String title, List<String> warnings, Map<String, String> provenance) {
        this.evaluation = evaluation;
        this.title = title;
        this.warnings = warnings;
        this.provenance = provenance;
    }

    /**
     * Reports on an evaluation.
     *
     * @param evaluation at least one result
     * @return the report
     * @throws IllegalArgumentException if there is no result
     */
    public static MultiLabelReport of(MultiLabelEvaluation<?> evaluation) {
        Checks.require(!evaluation.results().isEmpty(), "an evaluation must have at least one result but had none");
        return new MultiLabelReport(evaluation, "bkd", List.of(), Map.of());
    }

    /**
     * Gives the page a title.
     *
     * @param name such as that of a corpus
     * @return a report with that title
     */
    public MultiLabelReport titled(String name) {
        return new MultiLabelReport(evaluation, name, warnings, provenance);
    }

    /**
     * Adds what is wrong with the corpora.
     *
     * @param sentences without a full stop
     * @return a report whose page begins with them
     */
    public MultiLabelReport withWarnings(List<String> sentences) {
        return new MultiLabelReport(evaluation, title, List.copyOf(sentences), provenance);
    }

    /**
     * Adds the provenance of the results.
     *
     * @param entries names and values, in the order in which they are shown
     * @return a report that shows them
     */
    public MultiLabelReport withProvenance(Map<String, String> entries) {
        return new MultiLabelReport(evaluation, title, warnings, new LinkedHashMap<>(entries));
    }

    private List<MultiLabelSystemScores> systems() {
        return evaluation.systems().stream().map(evaluation::system).toList();
    }

    /**
     * A Markdown table that also reads well on a console: one row per system, in order of first appearance, means over
     * its runs. Micro- and macro-F1 have their 95% confidence intervals.
     *
     * @return lines without a line break at the end
     */
    public String table() {
        List<MultiLabelSystemScores> systems = systems();
        return MarkdownTable.of(MultiLabelTables.systems(systems)) + "\n\n" + MultiLabelTables.footnote(systems);
    }

    /**
     * A Markdown table of every figure of one system, one below the other, with 95% confidence intervals.
     *
     * @param system its name
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String figures(String system) {
        MultiLabelSystemScores scores = evaluation.system(system);
        return MarkdownTable.of(MultiLabelTables.figures(scores)) + "\n\n" + MultiLabelTables.footnote(List.of(scores));
    }

    /**
     * A Markdown table of the differences between one system and some others, with 95% confidence intervals, and stars
     * where the difference is significant.
     *
     * @param system its name
     * @param rivals the others, at least one, in order of the rows
     * @return lines without a line break at the end
     * @throws IllegalArgumentException if there is no such system
     */
    public String against(String system, List<String> rivals) {
        return MarkdownTable.of(MultiLabelTables.differences(evaluation.against(system, rivals))) + "\n\n"
                + MultiLabelTables.DIFFERENCES;
    }

    /**
     * Writes one JSON object per result, as an array, with the keys of {@link Report#writeJson} and {@code microF1Low,
     * microF1High, macroF1Low, macroF1High, macroAveragePrecision, precisionAt1, precisionAt3, precisionAt5, recallAt1,
     * recallAt3, recallAt5, hammingLoss, labelRankingAveragePrecision}. The file is written atomically.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeJson(Path file) {
        write(file, () -> RowFiles.json(MultiLabelRows.results(evaluation)));
    }

    /**
     * Writes the same as comma-separated values, below a header.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeCsv(Path file) {
        write(file, () -> RowFiles.csv(MultiLabelRows.results(evaluation)));
    }

    /**
     * Writes the differences between one system and others, with the keys of {@link Report#writeDifferencesJson}; the
     * metric is {@code macroF1}, a group ({@code many} to {@code tail}), or {@code microF1}.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @param system its name
     * @param rivals the others, at least one, in order of the rows
     * @throws IllegalArgumentException if there is no such system
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeDifferencesJson(Path file, String system, List<String> rivals) {
        write(file, () -> RowFiles.json(MultiLabelRows.differences(evaluation.against(system, rivals))));
    }

    /**
     * Writes the same as comma-separated values, below a header.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @param system its name
     * @param rivals the others, at least one, in order of the rows
     * @throws IllegalArgumentException if there is no such system
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeDifferencesCsv(Path file, String system, List<String> rivals) {
        write(file, () -> RowFiles.csv(MultiLabelRows.differences(evaluation.against(system, rivals))));
    }

    /**
     * Writes one HTML file that needs nothing else, no network and no script: what the last system reaches, a table of
     * the systems, its differences from the others, every label, and where it all comes from.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeHtml(Path file) {
        write(file, this::page);
    }

    private String page() {
        List<MultiLabelSystemScores> systems = systems();
        MultiLabelSystemScores last = systems.get(systems.size() - 1);
        List<MultiLabelComparison> comparisons = evaluation.against(last.system());
        List<List<String>> table = MultiLabelTables.systems(systems);
        List<List<String>> figures = MultiLabelTables.figures(last);
        List<String> sentences = new ArrayList<>(warnings);
        sentences.addAll(evaluation.warnings());
        return new Page(title)
                .lead(verdict(last, comparisons))
                .warnings(sentences)
                .section(
                        "Systems",
                        MultiLabelTables.footnote(systems) + ". The columns are explained below the table.",
                        List.of(HtmlTable.of(table), Legend.ofLabels(table)))
                .section(
                        "Differences",
                        DifferencesTable.howToRead(MultiLabelTables.DIFFERENCES, last.system()),
                        comparisons.isEmpty()
                                ? List.of()
                                : List.of(HtmlTable.of(MultiLabelTables.differences(comparisons))))
                .section(
                        "Every figure",
                        "Of " + last.system() + ".",
                        List.of(HtmlTable.of(figures), Legend.ofFigures(figures)))
                .section(
                        "Every label",
                        "The most common in training first; F1, mean over the seeds.",
                        List.of(HtmlTable.of(MultiLabelTables.labels(evaluation))))
                .facts("Where this comes from", Page.ORIGIN, provenance)
                .toString();
    }

    private static String verdict(MultiLabelSystemScores system, List<MultiLabelComparison> comparisons) {
        Interval macro = system.macroF1();
        String against = comparisons.stream()
                .map(rival ->
                        "; " + Figures.difference(rival.macroF1().interval().estimate()) + " against " + rival.rival()
                                + " (" + Figures.equation(rival.macroF1().pValue()) + ")")
                .collect(Collectors.joining());
        return system.system() + " has a macro-F1 of " + Figures.shareWithInterval(macro) + " and a micro-F1 of "
                + Figures.share(system.microF1().estimate()) + against + ".";
    }

    private interface Text {

        String text() throws IOException;
    }

    private static void write(Path file, Text text) {
        AtomicFile.write(file, out -> out.write(text.text().getBytes(StandardCharsets.UTF_8)));
    }
}
