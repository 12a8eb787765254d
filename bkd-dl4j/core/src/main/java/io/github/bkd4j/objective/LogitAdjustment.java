package io.github.bkd4j.objective;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.HardLabelLoss;
import io.github.bkd4j.loss.LogitAdjustedLoss;

/** Logit-adjusted cross-entropy; see {@link LogitAdjustedLoss}. */
record LogitAdjustment(double tau) implements HardLabelObjective {

    LogitAdjustment {
        Checks.finiteAtLeastZero("tau", tau);
    }

    @Override
    public String name() {
        return "logit-adjusted";
    }

    @Override
    public HardLabelLoss loss(ClassCounts counts, boolean reweighted) {
        return new LogitAdjustedLoss(TrainingClasses.counts(counts, "logit adjustment"), tau);
    }
}
