package io.github.bkd4j.loss;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy; see {@link CrossEntropyLoss}.
 *
 * @param weights class weights; null to count every instance alike
 * @param reweighting from when on the weights act; unweighted before
 */
record CrossEntropy(@Nullable ClassWeights weights, Reweighting reweighting) implements HardLabelObjective {

    @Override
    public String name() {
        return weights == null ? "ce" : "cb";
    }

    @Override
    public LogitLoss loss(ClassCounts counts, boolean reweighted) {
        return new CrossEntropyLoss(weights == null || !reweighted ? null : Objectives.weights(weights, counts));
    }
}
