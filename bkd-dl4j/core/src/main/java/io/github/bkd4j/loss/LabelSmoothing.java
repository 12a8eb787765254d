package io.github.bkd4j.loss;

import io.github.bkd4j.corpus.ClassCounts;

/** Cross-entropy against smoothed labels; see {@link LabelSmoothingLoss}. */
record LabelSmoothing(double smoothing) implements HardLabelObjective {

    LabelSmoothing {
        new LabelSmoothingLoss(smoothing);
    }

    @Override
    public String name() {
        return "label-smoothing";
    }

    @Override
    public LogitLoss loss(ClassCounts counts, boolean reweighted) {
        return new LabelSmoothingLoss(smoothing);
    }
}
