package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.ArrayList;
import java.util.Arrays;
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
 */
public record BalancedDistillation(
        Temperature temperature, double alpha, ClassWeights weights, double tempering, Reweighting reweighting)
        implements Objective {

    /**
     * Checks the ranges.
     *
     * @param temperature see {@link BalancedDistillation}
     * @param alpha see {@link BalancedDistillation}
     * @param weights see {@link BalancedDistillation}
     * @param tempering see {@link BalancedDistillation}
     * @param reweighting see {@link BalancedDistillation}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BalancedDistillation {
        new BkdLoss(temperature.value(), alpha, tempering, List.of(1.0));
    }

    @Override
    public String name() {
        return "bkd";
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
        return new BalancedDistillation(temperature, value, weights, tempering, reweighting);
    }

    /**
     * Sets how strongly the weights act, apart from the temperature.
     *
     * @param value tau, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range
     */
    public BalancedDistillation withTempering(double value) {
        return new BalancedDistillation(temperature, alpha, weights, value, reweighting);
    }

    /**
     * Sets from when on the weights act.
     *
     * @param value the schedule; plain distillation before
     * @return a changed copy
     */
    public BalancedDistillation withReweighting(Reweighting value) {
        return new BalancedDistillation(temperature, alpha, weights, tempering, value);
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        int first = reweighting.firstEpoch(epochs);
        List<Phase> phases = new ArrayList<>();
        if (first > 0) {
            phases.add(Phase.cached(0, new KdLoss(temperature.value(), alpha)));
        }
        if (first < epochs) {
            phases.add(Phase.cached(first, balanced(counts)));
        }
        return List.copyOf(phases);
    }

    private BkdLoss balanced(ClassCounts counts) {
        List<Double> w = Arrays.stream(weights.weights(counts)).boxed().toList();
        return new BkdLoss(temperature.value(), alpha, tempering, w);
    }
}
