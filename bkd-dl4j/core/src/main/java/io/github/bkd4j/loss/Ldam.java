package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import org.jspecify.annotations.Nullable;

/** Label-distribution-aware margins; see {@link LdamLoss}. */
record Ldam(double maxMargin, double scale, @Nullable ClassWeights weights, Reweighting reweighting)
        implements HardLabelObjective {

    @Override
    public String name() {
        return weights == null ? "ldam" : "ldam-drw";
    }

    @Override
    public boolean needsCosines() {
        return true;
    }

    @Override
    public LogitLoss loss(ClassCounts counts, boolean reweighted) {
        return new LdamLoss(
                Objectives.trained(counts, "LDAM margins"),
                maxMargin,
                scale,
                weights == null || !reweighted ? null : Objectives.weights(weights, counts));
    }
}
