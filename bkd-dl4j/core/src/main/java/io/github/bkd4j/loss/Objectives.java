package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.Arrays;
import java.util.List;

/** The objectives that come with the library. */
public final class Objectives {

    private Objectives() {}

    /**
     * Cross-entropy, every instance alike.
     *
     * @return the objective {@code ce}
     */
    public static HardLabelObjective crossEntropy() {
        return new CrossEntropy(null, Reweighting.fromTheStart());
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
        return new PlainDistillation(temperature, alpha, hardLabels);
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
        return new DecoupledDistillation(temperature, alpha, beta, hardLabels);
    }

    /**
     * Balanced knowledge distillation as published: alpha 1, weights from the start, tau = T, beside plain
     * cross-entropy; see {@link BkdLoss}.
     *
     * @param temperature T
     * @param weights class weights of the soft targets
     * @return the objective {@code bkd}
     */
    public static BalancedDistillation balancedDistillation(Temperature temperature, ClassWeights weights) {
        return new BalancedDistillation(
                temperature, 1, weights, temperature.value(), Reweighting.fromTheStart(), crossEntropy());
    }

    /** The name of a distillation beside a hard-label term; plain cross-entropy goes without saying. */
    static String mixture(String distillation, HardLabelObjective hardLabels) {
        return hardLabels.equals(crossEntropy()) ? distillation : distillation + "+" + hardLabels.name();
    }

    /** The weights of the classes as a list. */
    static List<Double> weights(ClassWeights weights, ClassCounts counts) {
        return Arrays.stream(weights.weights(counts)).boxed().toList();
    }

    /** The counts, when every class has an instance. */
    static List<Long> trained(ClassCounts counts, String purpose) {
        for (int c = 0; c < counts.classes(); c++) {
            if (counts.count(c) == 0) {
                throw new IllegalArgumentException("class '" + counts.labels().get(c)
                        + "' must have at least one training instance for " + purpose + " but had 0");
            }
        }
        return counts.counts();
    }
}
