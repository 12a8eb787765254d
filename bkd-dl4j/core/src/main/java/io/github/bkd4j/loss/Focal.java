package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.ClassCounts;
import org.jspecify.annotations.Nullable;

/** Focal loss, or with class weights class-balanced focal loss; see {@link ClassBalancedFocalLoss}. */
record Focal(double gamma, @Nullable ClassWeights weights) implements HardLabelObjective {

    Focal {
        new FocalLoss(gamma);
    }

    @Override
    public String name() {
        return weights == null ? "focal" : "cb-focal";
    }

    @Override
    public LogitLoss loss(ClassCounts counts, boolean reweighted) {
        return weights == null
                ? new FocalLoss(gamma)
                : new ClassBalancedFocalLoss(gamma, Objectives.weights(weights, counts));
    }
}
