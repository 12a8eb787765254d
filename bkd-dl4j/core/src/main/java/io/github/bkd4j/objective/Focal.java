package io.github.bkd4j.objective;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.loss.ClassBalancedFocalLoss;
import io.github.bkd4j.loss.FocalLoss;
import io.github.bkd4j.loss.HardLabelLoss;
import org.jspecify.annotations.Nullable;

/** Focal loss, or with class weights class-balanced focal loss; see {@link ClassBalancedFocalLoss}. */
record Focal(double gamma, @Nullable ClassWeights weights) implements HardLabelObjective {

    Focal {
        Checks.finiteAtLeastZero("gamma", gamma);
    }

    @Override
    public String name() {
        return weights == null ? "focal" : "cb-focal";
    }

    @Override
    public HardLabelLoss loss(ClassCounts counts, boolean reweighted) {
        return weights == null
                ? new FocalLoss(gamma)
                : new ClassBalancedFocalLoss(gamma, TrainingClasses.weights(weights, counts));
    }
}
