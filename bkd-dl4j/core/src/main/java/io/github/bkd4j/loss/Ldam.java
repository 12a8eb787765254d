package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Label-distribution-aware margins; see {@link LdamLoss}. */
record Ldam(double maxMargin, @Nullable ClassWeights weights, Reweighting reweighting) implements HardLabelObjective {

    Ldam {
        new LdamLoss(List.of(1L), maxMargin, 1, null);
    }

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
                LdamLoss.SCALE * maxMargin, // the cosine head multiplies by the scale already
                1,
                weights == null || !reweighted ? null : Objectives.weights(weights, counts));
    }
}
