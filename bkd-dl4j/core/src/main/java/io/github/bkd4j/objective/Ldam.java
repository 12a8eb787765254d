package io.github.bkd4j.objective;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.HardLabelLoss;
import io.github.bkd4j.loss.LdamLoss;
import org.jspecify.annotations.Nullable;

/** Label-distribution-aware margins; see {@link LdamLoss}. */
record Ldam(double maxMargin, @Nullable ClassWeights weights, Reweighting reweighting) implements HardLabelObjective {

    Ldam {
        Checks.finiteAtLeastZero("margin", maxMargin);
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
    public HardLabelLoss loss(ClassCounts counts, boolean reweighted) {
        return new LdamLoss(
                TrainingClasses.counts(counts, "LDAM margins"),
                LdamLoss.SCALE * maxMargin, // the cosine head multiplies by the scale already
                1,
                weights == null || !reweighted ? null : TrainingClasses.weights(weights, counts));
    }
}
