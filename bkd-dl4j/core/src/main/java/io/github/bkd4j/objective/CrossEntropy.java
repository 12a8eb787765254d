package io.github.bkd4j.objective;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.HardLabelLoss;
import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy; see {@link CrossEntropyLoss}.
 *
 * @param weights class weights; null to count every instance alike
 * @param reweighting from when on the weights act; unweighted before
 */
record CrossEntropy(@Nullable ClassWeights weights, Reweighting reweighting) implements HardLabelObjective {

    /** Every instance alike. */
    static final CrossEntropy PLAIN = new CrossEntropy(null, Reweighting.fromTheStart());

    @Override
    public String name() {
        return weights == null ? "ce" : "cb";
    }

    @Override
    public HardLabelLoss loss(ClassCounts counts, boolean reweighted) {
        return new CrossEntropyLoss(weights == null || !reweighted ? null : TrainingClasses.weights(weights, counts));
    }
}
