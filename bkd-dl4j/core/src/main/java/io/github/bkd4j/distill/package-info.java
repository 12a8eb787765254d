/**
 * The entry point of the library: a {@link io.github.bkd4j.distill.Distillation} is a plan that trains a student from a
 * teacher, or a classifier from labels alone.
 *
 * <pre>{@code
 * Splits<String> splits = Corpus.read(Path.of("tickets.tsv")).split(0.7, 0.1, 0.2, 7);
 * Distillation<String> plan = Distillation.builder(BagOfEmbeddings.small())
 *         .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)))
 *         .epochs(20)
 *         .seed(7)
 *         .checkpoint(Path.of("student.checkpoint"))
 *         .build();
 * Classifier<String> student = plan.distill(teacher, splits);
 * }</pre>
 *
 * <p>Texts with sets of labels have a {@link io.github.bkd4j.distill.MultiLabelDistillation}.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The teacher must have the classes of the training split, in the same order.
 *   <li>Soft targets take 8 bytes per instance and class; they may fill at most half of Java's heap.
 *   <li>A checkpoint belongs to one plan on one data set. Use one file per training.
 *   <li>An objective on cosines, such as LDAM, needs a student with a cosine head.
 *   <li>Choose settings on the validation split; a score on the test split that guided a choice is biased.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.distill;

import org.jspecify.annotations.NullMarked;
