package io.github.bkd4j.objective;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.HardLabelLoss;
import io.github.bkd4j.loss.LabelSmoothingLoss;

/** Cross-entropy against smoothed labels; see {@link LabelSmoothingLoss}. */
record LabelSmoothing(double smoothing) implements HardLabelObjective {

    LabelSmoothing {
        Checks.share("label smoothing", smoothing);
    }

    @Override
    public String name() {
        return "label-smoothing";
    }

    @Override
    public HardLabelLoss loss(ClassCounts counts, boolean reweighted) {
        return new LabelSmoothingLoss(smoothing);
    }
}
