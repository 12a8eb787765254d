/**
 * Predictions of systems on one test set, their scores overall and on the head and the tail, intervals and paired
 * tests.
 *
 * <p>A {@link Predictor} gives {@link Logits}. An {@link Evaluation} keeps one {@link Result} per run;
 * {@link SystemScores} averages a system over its seeds, {@link Comparison} tests it against another.
 *
 * <pre>{@code
 * Evaluation<String> evaluation = Evaluation.on(test, training.counts())
 *         .of("kd", 1, student, 12.5, 640_000)
 *         .of("bkd", 1, balancedStudent, 12.9, 640_000);
 * Interval tail = evaluation.system("bkd").recall(Group.TAIL).orElseThrow();
 * boolean better = evaluation.against("bkd").get(0).balancedAccuracy().isBeyondChance();
 * }</pre>
 *
 * <p>Where instances have sets of labels, {@link MultiLabelEvaluation} stands for {@code Evaluation}. A logit then
 * stands for itself, and {@link Thresholds} say from which probability on an instance has a label.
 *
 * <pre>{@code
 * Thresholds thresholds = Thresholds.perLabel(student.predict(validation.instances()), validation, training.counts());
 * MultiLabelEvaluation<String> topics =
 *         MultiLabelEvaluation.on(test, training.counts()).of("bkd", 1, student, thresholds);
 * Interval macroF1 = topics.system("bkd").macroF1();
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Accuracy on a long-tailed test set is the accuracy of the head: read balanced accuracy and the groups.
 *   <li>Groups are defined by the sizes of the whole training set, not by those of the test set.
 *   <li>Intervals cover the sampling of the test set, not the variance between seeds.
 *   <li>p-values are corrected over the rivals of one call, not over several evaluations or tuned variants.
 *   <li>A class with few test instances makes bootstrap intervals too narrow; {@link Evaluation#warnings()} names it.
 *   <li>Thresholds that were chosen on training texts the system has learnt from are too high; choose them on others.
 *   <li>Subset accuracy asks for all labels of a text at once; micro-F1 is that of the common labels; macro-F1 and the
 *       groups tell of the tail.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.evaluate;

import org.jspecify.annotations.NullMarked;
