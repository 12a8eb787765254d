/**
 * What the class sizes of a long-tailed training set do to training and to results: class weights, deferred
 * re-weighting, samplers, and groups of classes.
 *
 * <p>{@link ClassWeights} weight the classes in a loss, {@link Reweighting} says from which epoch on, {@link Sampler}
 * draws the instances of an epoch. {@link ShotGroups} divides the classes in two ways, the two {@link Partition}s: by
 * size into many-, medium- and few-shot, by rank into head, middle and tail.
 *
 * <pre>{@code
 * ClassCounts counts = training.counts();
 * double[] weights = ClassWeights.effectiveNumber(0.9999).weights(counts); // [classes], summing to their number
 * List<Integer> tail = ShotGroups.of(counts).classes(Group.TAIL);
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Weights and groups come from the training split, never from the test set, which is often balanced.
 *   <li>Weights by class size require an instance of every class; {@link ClassWeights#instanceBalanced()} does not.
 *   <li>A class-balanced sampler and class weights correct the same imbalance: together they correct it twice.
 *   <li>On a balanced or very small corpus a shot group may be empty; the thirds are empty only below three classes.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.balance;

import org.jspecify.annotations.NullMarked;
