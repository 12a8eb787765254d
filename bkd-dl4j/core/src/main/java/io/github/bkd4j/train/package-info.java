/**
 * The training loop, shared by teachers and students, text and images. A {@link io.github.bkd4j.train.TrainingLoop}
 * trains a network for an objective under a {@link io.github.bkd4j.train.Schedule}, with optional early stopping and
 * checkpoints. {@link io.github.bkd4j.distill.Distillation} sets it up; use it directly only with a network of your
 * own.
 *
 * <pre>{@code
 * Schedule schedule = Schedule.of(20).withLearningRate(0.005).withPatience(3);
 * TrainingData data = new TrainingData(encoder.encode(training.instances()), training.classes(), counts, logits);
 * TrainingLoop loop = new TrainingLoop(data, objective, schedule, 7, TrainingMonitor.SILENT, balancedAccuracy);
 * Network network = new Network(student.build(encoder.shape(), counts.classes(), loop.optimiser(), 7));
 * Trained trained = loop.run(network, new Checkpoint(Path.of("student.checkpoint"), fingerprint));
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Results are bit-identical only with the same number of threads.
 *   <li>Build the network with {@link io.github.bkd4j.train.TrainingLoop#optimiser}: its step size depends on the
 *       number of steps.
 *   <li>Patience needs a validation split, and the score is balanced accuracy, not loss.
 *   <li>A checkpoint belongs to one run: another plan, other data or another version of the library is refused. Delete
 *       the file to start over.
 *   <li>Text networks train with Adam only.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.train;

import org.jspecify.annotations.NullMarked;
