package io.github.bkd4j.objective;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/** An objective on label sets, bound to a number of training instances. */
record OnLabelSets(MultiLabelObjective objective, long instances) implements Objective {

    @Override
    public String name() {
        return objective.name();
    }

    @Override
    public boolean needsTeacher() {
        return objective.needsTeacher();
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        return List.of(new Phase(0, objective.loss(counts, instances)));
    }
}
