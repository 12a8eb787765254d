/**
 * The losses: DL4J {@code ILossFunction}s on logits, with score and gradient from one place. Pure arithmetic: they know
 * neither text nor images, and work in any DL4J network.
 *
 * <pre>{@code
 * new OutputLayer.Builder(new BkdLoss(2, 1, List.of(0.2, 1.8))) // T, alpha, class weights
 *         .activation(Activation.IDENTITY)
 *         .nIn(100)
 *         .nOut(2)
 *         .build();
 * }</pre>
 *
 * <p>A loss on hard labels extends {@link io.github.bkd4j.loss.HardLabelLoss}, one with a teacher
 * {@link io.github.bkd4j.loss.TeacherLoss}; both say only what one instance costs.
 *
 * <p>For instances with sets of labels there are losses of one binary problem per label, such as
 * {@link io.github.bkd4j.loss.BinaryCrossEntropyLoss} and {@link io.github.bkd4j.loss.BinaryBkdLoss}: their labels are
 * 1 where a label is present, 0 where it is absent, and -1 where that is not known.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The output layer must have identity activation: a loss applies its softmax itself, and refuses any other.
 *   <li>A loss with a teacher wants packed labels, {@code [batch, 2 classes]}: one-hot labels beside the teacher's
 *       logits, which are not probabilities.
 *   <li>{@link io.github.bkd4j.loss.LdamLoss} wants cosines, from a cosine-normalised output layer.
 *   <li>Weights inside {@link io.github.bkd4j.loss.CrossEntropyLoss} give a weighted mean; the focal losses are plain
 *       means of weighted terms, over instances without a label too.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.loss;

import org.jspecify.annotations.NullMarked;
