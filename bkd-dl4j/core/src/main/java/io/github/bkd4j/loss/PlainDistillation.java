package io.github.bkd4j.loss;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/** Knowledge distillation from plain soft targets. */
record PlainDistillation(Temperature temperature, double alpha) implements Objective {

    PlainDistillation {
        new DistillationTerm(temperature.value(), alpha);
    }

    @Override
    public String name() {
        return "kd";
    }

    @Override
    public boolean needsTeacher() {
        return true;
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        return List.of(Phase.cached(0, new KdLoss(temperature.value(), alpha)));
    }
}
