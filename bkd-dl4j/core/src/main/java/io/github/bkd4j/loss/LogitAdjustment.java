package io.github.bkd4j.loss;

import io.github.bkd4j.corpus.ClassCounts;

/** Logit-adjusted cross-entropy; see {@link LogitAdjustedLoss}. */
record LogitAdjustment(double tau) implements HardLabelObjective {

    LogitAdjustment {
        Ranges.atLeastZero("tau", tau);
    }

    @Override
    public String name() {
        return "logit-adjusted";
    }

    @Override
    public LogitLoss loss(ClassCounts counts, boolean reweighted) {
        return new LogitAdjustedLoss(Objectives.trained(counts, "logit adjustment"), tau);
    }
}
