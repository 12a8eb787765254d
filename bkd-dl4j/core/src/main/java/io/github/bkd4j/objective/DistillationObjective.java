package io.github.bkd4j.objective;

import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.HardLabelLoss;
import java.util.List;

/**
 * Distillation beside a term on the hard labels.
 *
 * @param target what the student is to imitate of the teacher
 * @param hardLabels the term beside the distillation
 * @param reweighting from when on the class weights of the target act; plain distillation before
 */
public record DistillationObjective(DistillationTarget target, HardLabelObjective hardLabels, Reweighting reweighting)
        implements Objective {

    /** Plain cross-entropy goes without saying. */
    @Override
    public String name() {
        return hardLabels.equals(CrossEntropy.PLAIN) ? target.name() : target.name() + "+" + hardLabels.name();
    }

    @Override
    public boolean needsTeacher() {
        return true;
    }

    @Override
    public boolean needsCosines() {
        return hardLabels.needsCosines();
    }

    /**
     * Sets the weight of the distillation term.
     *
     * @param value alpha, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range
     */
    public DistillationObjective withAlpha(double value) {
        return new DistillationObjective(target.withAlpha(value), hardLabels, reweighting);
    }

    /**
     * Sets how strongly the class weights of the target act, apart from the temperature: on all instances, with a label
     * or without.
     *
     * @param value tau, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range, or the target has no class weights
     */
    public DistillationObjective withTempering(double value) {
        return new DistillationObjective(target.withTempering(value), hardLabels, reweighting);
    }

    /**
     * Sets how strongly the class weights of the target act on instances without a label.
     *
     * @param value tau, finite and at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if outside its range, or the target has no class weights
     */
    public DistillationObjective withUnlabelledTempering(double value) {
        return new DistillationObjective(target.withUnlabelledTempering(value), hardLabels, reweighting);
    }

    /**
     * Sets from when on the class weights of the target act.
     *
     * @param value the schedule; plain distillation before
     * @return a changed copy
     */
    public DistillationObjective withReweighting(Reweighting value) {
        return new DistillationObjective(target, hardLabels, value);
    }

    /**
     * Sets the term beside the distillation.
     *
     * @param value an objective on hard labels
     * @return a changed copy
     */
    public DistillationObjective withHardLabels(HardLabelObjective value) {
        return new DistillationObjective(target, value, reweighting);
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        int balanced = reweighting.firstEpoch(epochs);
        int reweighted = hardLabels.reweighting().firstEpoch(epochs);
        return Phases.from(
                epochs, epoch -> phase(counts, epoch, epoch >= balanced, epoch >= reweighted), balanced, reweighted);
    }

    private Phase phase(ClassCounts counts, int epoch, boolean balanced, boolean reweighted) {
        HardLabelLoss hard = hardLabels.loss(counts, reweighted);
        return new Phase(epoch, target.loss(counts, balanced, hard), target.unlabelledLoss(counts, balanced, hard));
    }
}
