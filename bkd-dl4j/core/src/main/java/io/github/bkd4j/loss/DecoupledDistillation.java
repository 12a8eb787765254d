package io.github.bkd4j.loss;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/** Decoupled knowledge distillation; see {@link DkdLoss}. */
record DecoupledDistillation(Temperature temperature, double alpha, double beta, HardLabelObjective hardLabels)
        implements Objective {

    DecoupledDistillation {
        new DkdLoss(temperature.value(), alpha, beta, new CrossEntropyLoss());
    }

    @Override
    public String name() {
        return Objectives.mixture("dkd", hardLabels);
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
        DkdLoss.requireThreeClasses(counts.classes());
        int first = hardLabels.reweighting().firstEpoch(epochs);
        return Phases.from(
                epochs,
                epoch -> Phase.of(
                        epoch, new DkdLoss(temperature.value(), alpha, beta, hardLabels.loss(counts, epoch >= first))),
                first);
    }
}
