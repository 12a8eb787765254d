/**
 * The objectives: what a plan trains for, said before the training split is known. An objective becomes losses of
 * {@link io.github.bkd4j.loss} once the class counts are there, one per phase of the training. Knows neither DL4J nor
 * ND4J.
 *
 * <pre>{@code
 * Objective objective = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
 *         .withHardLabels(Objectives.logitAdjusted(1))
 *         .withReweighting(Reweighting.deferredToShare(0.8));
 * objective.name(); // bkd+logit-adjusted
 * objective.phases(counts, 10); // from epoch 0 plain soft targets, from epoch 8 balanced ones
 * }</pre>
 *
 * <p>What there is for sets of labels is a {@link io.github.bkd4j.objective.MultiLabelObjective}.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>A class without a training instance is refused where it has to be weighted, and not before
 *       {@link io.github.bkd4j.objective.Objective#phases}.
 *   <li>Balanced distillation has tau = T unless told otherwise: another temperature changes how strongly the weights
 *       act, too.
 *   <li>An objective is part of a model's provenance as text: renaming a component of its record makes it another one.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.objective;

import org.jspecify.annotations.NullMarked;
