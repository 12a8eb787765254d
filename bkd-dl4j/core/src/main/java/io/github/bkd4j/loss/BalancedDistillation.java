package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/**
 * Balanced knowledge distillation: instance-balanced cross-entropy beside class-balanced distillation; see
 * {@link BkdLoss}.
 *
 * @param temperature T of the distillation term
 * @param alpha weight of the distillation term, finite and at least 0
 * @param weights class weights of the soft targets
 * @param tempering tau, how strongly the weights act, finite and at least 0; T is the paper
 * @param reweighting from when on the weights act; plain distillation before
 * @param hardLabels the term beside the distillation; the paper has plain cross-entropy
 */
public record BalancedDistillation(
        Temperature temperature,
        double alpha,
        ClassWeights weights,
        double tempering,
        Reweighting reweighting,
        HardLabelObjective hardLabels)
        implements Objective {

    /**
     * Checks the ranges.
     *
     * @param temperature see {@link BalancedDistillation}
     * @param alpha see {@link BalancedDistillation}
     * @param weights see {@link BalancedDistillation}
     * @param tempering see {@link BalancedDistillation}
     * @param reweighting see {@link BalancedDistillation}
     * @param hardLabels see {@link BalancedDistillation}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BalancedDistillation {
        new BkdLoss(temperature.value(), alpha, tempering, List.of(1.0), new CrossEntropyLoss());
    }

    @Override
    public String name() {
        return Objectives.mixture("bkd", hardLabels);
    }

    @Override
    public boolean needsTeacher() {
        return true;
    }

    /**
     * Sets the weight of the distillation term.
     *
     * @param value alpha, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range
     */
    public BalancedDistillation withAlpha(double value) {
        return new BalancedDistillation(temperature, value, weights, tempering, reweighting, hardLabels);
    }

    /**
     * Sets how strongly the weights act, apart from the temperature.
     *
     * @param value tau, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range
     */
    public BalancedDistillation withTempering(double value) {
        return new BalancedDistillation(temperature, alpha, weights, value, reweighting, hardLabels);
    }

    /**
     * Sets from when on the weights act.
     *
     * @param value the schedule; plain distillation before
     * @return a changed copy
     */
    public BalancedDistillation withReweighting(Reweighting value) {
        return new BalancedDistillation(temperature, alpha, weights, tempering, value, hardLabels);
    }

    /**
     * Sets the term beside the distillation.
     *
     * @param value an objective on hard labels
     * @return a changed copy
     */
    public BalancedDistillation withHardLabels(HardLabelObjective value) {
        return new BalancedDistillation(temperature, alpha, weights, tempering, reweighting, value);
    }

    @Override
    public boolean needsCosines() {
        return hardLabels.needsCosines();
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        int balanced = reweighting.firstEpoch(epochs);
        int reweighted = hardLabels.reweighting().firstEpoch(epochs);
        return Phases.from(
                epochs,
                epoch -> Phase.cached(
                        epoch, loss(counts, epoch >= balanced, hardLabels.loss(counts, epoch >= reweighted))),
                balanced,
                reweighted);
    }

    private DistillationLoss loss(ClassCounts counts, boolean balanced, LogitLoss hard) {
        return balanced
                ? new BkdLoss(temperature.value(), alpha, tempering, Objectives.weights(weights, counts), hard)
                : new KdLoss(temperature.value(), alpha, hard);
    }
}
