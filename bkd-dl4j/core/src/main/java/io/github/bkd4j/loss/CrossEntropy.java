package io.github.bkd4j.loss;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;

/** Cross-entropy, every instance alike. */
record CrossEntropy() implements Objective {

    @Override
    public String name() {
        return "ce";
    }

    @Override
    public boolean needsTeacher() {
        return false;
    }

    @Override
    public List<Phase> phases(ClassCounts counts, int epochs) {
        return List.of(Phase.of(0, new CrossEntropyLoss()));
    }
}
