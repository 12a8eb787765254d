/**
 * Teachers: the source of the logits that a student imitates. A {@link io.github.bkd4j.teacher.Teacher} predicts any
 * instance; {@link io.github.bkd4j.teacher.CorpusLogits} belong to one fixed corpus.
 *
 * <pre>{@code
 * Teacher<String> linear = Teacher.of("linear", NgramRegression.usual().fit(splits.train()));
 * Teacher<String> both = Teacher.ensemble("both", List.of(encoder, linear)).remembering();
 *
 * LogitsFile.ofTexts(Path.of("teacher.npy")).write(both, splits.train());
 * CorpusLogits<String> stored = LogitsFile.ofTexts(Path.of("teacher.npy")).asLogits();
 * Classifier<String> student = plan.distill(stored, splits);
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>A teacher that was trained on the training split is overconfident there, most of all on rare classes.
 *       {@link io.github.bkd4j.teacher.CrossFitted} predicts each instance with a teacher that has not seen it.
 *   <li>A {@link io.github.bkd4j.teacher.LogitsCache} cannot see a teacher's settings: put everything that its logits
 *       depend on into the key.
 *   <li>Logits are not probabilities: read a file of probabilities with
 *       {@link io.github.bkd4j.teacher.LogitsFile#asProbabilities} and the temperature of its softmax.
 *   <li>A file without a description is matched to a corpus by size and labels only; shuffled rows go unnoticed.
 *   <li>Stored logits cannot teach a student with augmented inputs; the teacher must then be a trained network.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.teacher;

import org.jspecify.annotations.NullMarked;
