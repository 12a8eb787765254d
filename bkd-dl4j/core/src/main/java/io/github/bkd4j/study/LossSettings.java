package io.github.bkd4j.study;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import java.util.OptionalDouble;

/**
 * The numbers behind a {@link LossName}; this is where their defaults are.
 *
 * @param temperature of the softmax of teacher and student, finite and > 0
 * @param alpha weight of the distillation term beside that of the labels, finite and >= 0
 * @param beta of the effective number of instances, in [0, 1)
 * @param tempering exponent of the class weights, finite and >= 0; empty for the default beside the teacher in use
 * @param unlabelledTempering the same for texts without a label; empty for that of the others
 * @param deferred first epoch, >= 0, in which the class weights act
 * @param adjustment tau of logit adjustment, finite and >= 0: in the loss of that name, and after training
 *     ({@code +pla})
 */
public record LossSettings(
        double temperature,
        double alpha,
        double beta,
        OptionalDouble tempering,
        OptionalDouble unlabelledTempering,
        int deferred,
        double adjustment) {

    /** Default temperature. */
    public static final double TEMPERATURE = 2;

    /** Default weight of the distillation term. */
    public static final double ALPHA = 1;

    /** Default beta of the effective number of instances. */
    public static final double BETA = 0.9999;

    /** Default tempering beside a teacher under cross-entropy; by cross-validation: decision 26. */
    public static final double TEMPERING = 1.5;

    /** Default tempering beside a teacher under the logit-adjusted loss; by cross-validation: decision 26. */
    public static final double TEMPERING_BESIDE_ADJUSTED = 0.35;

    /** Default tau of logit adjustment, at which it is consistent for balanced accuracy (Menon et al. 2021). */
    public static final double ADJUSTMENT = 1;

    /**
     * Checks the ranges.
     *
     * @param temperature see {@link LossSettings}
     * @param alpha see {@link LossSettings}
     * @param beta see {@link LossSettings}
     * @param tempering see {@link LossSettings}
     * @param unlabelledTempering see {@link LossSettings}
     * @param deferred see {@link LossSettings}
     * @param adjustment see {@link LossSettings}
     * @throws IllegalArgumentException if a number is out of range
     */
    public LossSettings {
        balanced(
                temperature,
                alpha,
                beta,
                tempering.orElse(TEMPERING),
                unlabelledTempering.orElse(TEMPERING),
                deferred); // the objective knows the ranges of its settings
        Checks.finiteAtLeastZero("adjustment", adjustment);
    }

    /**
     * The defaults.
     *
     * @return temperature 2, alpha 1, beta 0.9999, tempering by the teacher, not deferred, adjustment 1
     */
    public static LossSettings usual() {
        return new LossSettings(
                TEMPERATURE, ALPHA, BETA, OptionalDouble.empty(), OptionalDouble.empty(), 0, ADJUSTMENT);
    }

    /** The default tempering beside a teacher. */
    static double tempering(TeacherObjective teacher) {
        return teacher == TeacherObjective.LOGIT_ADJUSTED ? TEMPERING_BESIDE_ADJUSTED : TEMPERING;
    }

    Objective balanced(TeacherObjective teacher) {
        double tau = tempering.orElse(tempering(teacher));
        return balanced(temperature, alpha, beta, tau, unlabelledTempering.orElse(tau), deferred);
    }

    private static Objective balanced(
            double temperature, double alpha, double beta, double tempering, double unlabelledTempering, int deferred) {
        return Objectives.balancedDistillation(Temperature.of(temperature), ClassWeights.effectiveNumber(beta))
                .withAlpha(alpha)
                .withTempering(tempering)
                .withUnlabelledTempering(unlabelledTempering)
                .withReweighting(Reweighting.deferredToEpoch(deferred));
    }

    Objective distillation() {
        return Objectives.distillation(Temperature.of(temperature), alpha);
    }

    ClassWeights weights() {
        return ClassWeights.effectiveNumber(beta);
    }
}
