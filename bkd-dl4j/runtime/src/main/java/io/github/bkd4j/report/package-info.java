/**
 * Evaluations, corpora and models in readable form: Markdown tables, JSON, CSV, SVG, and HTML pages without script.
 *
 * <p>{@link Report} shows an {@link io.github.bkd4j.evaluate.Evaluation}, {@link Inspection} a corpus before training,
 * {@link ModelCard} one model; {@link History} adds the course of a training.
 *
 * <pre>{@code
 * Report report = Report.of(evaluation).comparing("bkd", "kd");
 * System.out.println(report.table());
 * report.writeHtml(Path.of("report.html"));
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Gains and losses are those of the last system against the one before it unless the two are chosen:
 *       {@code comparing("bkd", List.of("ce", "kd"))} takes the best of the students that are named.
 *   <li>A star marks a significant difference after correction over the rivals in the same table, so that another
 *       choice of rivals can change it.
 *   <li>Tables round to three digits: compute with the JSON.
 *   <li>Pages contain texts of the test set; do not publish them if the texts are confidential.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.report;

import org.jspecify.annotations.NullMarked;
