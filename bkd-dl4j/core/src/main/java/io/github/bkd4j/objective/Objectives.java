package io.github.bkd4j.objective;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.ClassBalancedFocalLoss;
import io.github.bkd4j.loss.DkdLoss;
import io.github.bkd4j.loss.FocalLoss;
import io.github.bkd4j.loss.KdLoss;
import io.github.bkd4j.loss.LabelSmoothingLoss;
import io.github.bkd4j.loss.LdamLoss;
import io.github.bkd4j.loss.LogitAdjustedLoss;
import io.github.bkd4j.loss.Temperature;

/** The objectives that come with the library. */
public final class Objectives {

    private Objectives() {}

    /**
     * Cross-entropy, every instance alike.
     *
     * @return the objective {@code ce}
     */
    public static HardLabelObjective crossEntropy() {
        return CrossEntropy.PLAIN;
    }

    /**
     * Class-weighted cross-entropy.
     *
     * @param weights class weights
     * @param reweighting from when on they act; unweighted before
     * @return the objective {@code cb}
     */
    public static HardLabelObjective crossEntropy(ClassWeights weights, Reweighting reweighting) {
        return new CrossEntropy(weights, reweighting);
    }

    /**
     * Cross-entropy against smoothed labels; see {@link LabelSmoothingLoss}.
     *
     * @param smoothing eps, at least 0 and less than 1
     * @return the objective {@code label-smoothing}
     * @throws IllegalArgumentException if outside its range
     */
    public static HardLabelObjective labelSmoothing(double smoothing) {
        return new LabelSmoothing(smoothing);
    }

    /**
     * Focal loss; see {@link FocalLoss}.
     *
     * @param gamma finite and at least 0
     * @return the objective {@code focal}
     * @throws IllegalArgumentException if outside its range
     */
    public static HardLabelObjective focal(double gamma) {
        return new Focal(gamma, null);
    }

    /**
     * Class-balanced focal loss; see {@link ClassBalancedFocalLoss}.
     *
     * @param gamma finite and at least 0
     * @param weights class weights
     * @return the objective {@code cb-focal}
     * @throws IllegalArgumentException if gamma is outside its range
     */
    public static HardLabelObjective classBalancedFocal(double gamma, ClassWeights weights) {
        return new Focal(gamma, weights);
    }

    /**
     * Logit-adjusted cross-entropy; see {@link LogitAdjustedLoss}.
     *
     * @param tau how strongly the prior acts, finite and at least 0; 1 is Balanced Softmax
     * @return the objective {@code logit-adjusted}
     * @throws IllegalArgumentException if outside its range
     */
    public static HardLabelObjective logitAdjusted(double tau) {
        return new LogitAdjustment(tau);
    }

    /**
     * Label-distribution-aware margins, for a cosine head; see {@link LdamLoss}.
     *
     * @param maxMargin margin of the smallest class, finite and at least 0; 0.5 in the published code
     * @return the objective {@code ldam}
     * @throws IllegalArgumentException if outside its range
     */
    public static HardLabelObjective ldam(double maxMargin) {
        return new Ldam(maxMargin, null, Reweighting.fromTheStart());
    }

    /**
     * Label-distribution-aware margins with deferred class weights, for a cosine head; see {@link LdamLoss}.
     *
     * @param maxMargin margin of the smallest class, finite and at least 0; 0.5 in the published code
     * @param weights class weights
     * @param reweighting from when on they act; unweighted before
     * @return the objective {@code ldam-drw}
     * @throws IllegalArgumentException if outside its range
     */
    public static HardLabelObjective ldam(double maxMargin, ClassWeights weights, Reweighting reweighting) {
        return new Ldam(maxMargin, weights, reweighting);
    }

    /**
     * Knowledge distillation beside plain cross-entropy; see {@link KdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the distillation term, finite and at least 0
     * @return the objective {@code kd}
     * @throws IllegalArgumentException if alpha is outside its range
     */
    public static Objective distillation(Temperature temperature, double alpha) {
        return distillation(temperature, alpha, crossEntropy());
    }

    /**
     * Knowledge distillation beside another term on the hard labels; see {@link KdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the distillation term, finite and at least 0
     * @param hardLabels the term beside it
     * @return the objective {@code kd}, or {@code kd+NAME} beside the objective NAME
     * @throws IllegalArgumentException if alpha is outside its range
     */
    public static Objective distillation(Temperature temperature, double alpha, HardLabelObjective hardLabels) {
        return new DistillationObjective(
                new DistillationTarget.Plain(temperature, alpha), hardLabels, Reweighting.fromTheStart());
    }

    /**
     * Decoupled knowledge distillation beside a term on the hard labels; see {@link DkdLoss}.
     *
     * @param temperature T
     * @param alpha weight of the true class against all others, finite and at least 0
     * @param beta weight of the divergence among the others, finite and at least 0
     * @param hardLabels the term beside it
     * @return the objective {@code dkd}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public static Objective decoupledDistillation(
            Temperature temperature, double alpha, double beta, HardLabelObjective hardLabels) {
        return new DistillationObjective(
                new DistillationTarget.Decoupled(temperature, alpha, beta), hardLabels, Reweighting.fromTheStart());
    }

    /**
     * Balanced knowledge distillation as published: alpha 1, weights from the start, tau = T, beside plain
     * cross-entropy; see {@link BkdLoss}.
     *
     * @param temperature T
     * @param weights class weights of the soft targets
     * @return the objective {@code bkd}
     */
    public static DistillationObjective balancedDistillation(Temperature temperature, ClassWeights weights) {
        return new DistillationObjective(
                new DistillationTarget.Balanced(temperature, 1, weights, temperature.value(), temperature.value()),
                crossEntropy(),
                Reweighting.fromTheStart());
    }
}
