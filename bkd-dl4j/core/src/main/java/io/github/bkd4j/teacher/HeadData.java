package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Folds;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@link LinearHead} learns from.
 *
 * @param vectors of the instances and of the names of classes
 * @param truth class of each instance, [instances]
 * @param classes how many there are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadData(HeadVectors vectors, int[] truth, int classes) {

    /** The loss on some instances, standardised by them, and perhaps on the names of their classes. */
    HeadLoss loss(int[] rows, Standardised standardised, double tau, boolean withNames) {
        HeadLoss loss = HeadLoss.of(
                standardised.of(vectors.rows(rows)),
                Arrays.stream(rows).map(row -> truth[row]).toArray(),
                classes,
                tau);
        return withNames ? loss.withNames(standardised.of(vectors.names()), vectors.named()) : loss;
    }

    /** What is said under each penalty over folds in which each instance is left out once. */
    List<HeldOut> heldOut(Folds<?> dealt, int folds, double tau, boolean withNames, List<Double> penalties) {
        List<HeldOut> heldOut =
                penalties.stream().map(penalty -> new HeldOut(truth, classes)).toList();
        for (int fold = 0; fold < folds; fold++) {
            int[] inside = dealt.rows(fold);
            int[] outside = vectors.outside(inside);
            Standardised standardised = vectors.standardised(outside);
            HeadLoss loss = loss(outside, standardised, tau, withNames);
            float[][] unseen = standardised.of(vectors.rows(inside));
            List<double[]> path = loss.linear().path(penalties);
            for (int p = 0; p < path.size(); p++) {
                float[][] logits = LinearLoss.logits(unseen, path.get(p), classes);
                for (int i = 0; i < inside.length; i++) {
                    heldOut.get(p).add(inside[i], logits[i], loss);
                }
            }
        }
        return heldOut;
    }
}
