package io.github.bkd4j.loss;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/** Knowledge distillation from plain soft targets; see {@link KdLoss}. */
record PlainDistillation(Temperature temperature, double alpha, HardLabelObjective hardLabels) implements Objective {

    PlainDistillation {
        new DistillationTerm(temperature.value(), alpha);
    }

    @Override
    public String name() {
        return Objectives.mixture("kd", hardLabels);
    }

    @Override
    public boolean needsTeacher() {
        return true;
    }

    @Override
    public boolean needsCosines() {
        return hardLabels.needsCosines();
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        int first = hardLabels.reweighting().firstEpoch(epochs);
        return Phases.from(
                epochs,
                epoch -> Phase.cached(
                        epoch, new KdLoss(temperature.value(), alpha, hardLabels.loss(counts, epoch >= first))),
                first);
    }
}
