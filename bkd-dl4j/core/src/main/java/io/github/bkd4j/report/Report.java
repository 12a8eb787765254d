package io.github.bkd4j.report;

import io.github.bkd4j.corpus.AtomicFile;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Result;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The results of an evaluation, to be read. Immutable.
 *
 * <pre>{@code
 * System.out.println(Report.of(evaluation).table());
 * Report.of(evaluation).writeJson(Path.of("results.json"));
 * }</pre>
 */
public final class Report {

    private final List<Result> results;

    private Report(List<Result> results) {
        this.results = results;
    }

    /**
     * Reports on an evaluation.
     *
     * @param evaluation at least one result
     * @return the report
     * @throws IllegalArgumentException if there is no result
     */
    public static Report of(Evaluation<?> evaluation) {
        return of(evaluation.results());
    }

    /**
     * Reports on results, such as those of several evaluations.
     *
     * @param results at least one; those with the same system are runs of it
     * @return the report
     * @throws IllegalArgumentException if there is no result
     */
    public static Report of(List<Result> results) {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("report must have at least one result but had none");
        }
        return new Report(List.copyOf(results));
    }

    /**
     * A Markdown table that also reads well on a console: one row a system, in order of first appearance, means over
     * its runs. Balanced accuracy has the sample standard deviation beside it where a system has two or more runs, and
     * a line below says how many. What is not known of a system is {@code -}; a column that is not known of any system
     * is left out.
     *
     * @return lines without a line break at the end
     */
    public String table() {
        return ResultsTable.of(results);
    }

    /**
     * Writes one JSON object a result, as an array, with the keys {@code system, seed, accuracy, balancedAccuracy,
     * macroF1, many, medium, few, head, middle, tail, ece, trainSeconds, parameters}; what is not known is null. The
     * file is there as a whole or not at all.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws UncheckedIOException if the file cannot be written
     */
    public void writeJson(Path file) {
        AtomicFile.write(file, out -> out.write(ResultsJson.of(results).getBytes(StandardCharsets.UTF_8)));
    }
}
