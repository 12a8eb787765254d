package io.github.bkd4j.evaluate;

import io.github.bkd4j.io.Checks;
import java.util.Arrays;

/**
 * How well a score tells instances out of scope, the positive class, from those in scope.
 *
 * @param auroc area under the receiver operating characteristic: how often an instance out of scope has the higher
 *     score of a pair, equals counting half; in [0, 1]
 * @param falsePositiveRate share of the instances in scope that are refused where 95% of those out of scope are; in [0,
 *     1]
 */
public record Detection(double auroc, double falsePositiveRate) {

    private static final double RECALL = 0.95;

    /**
     * Scores a score.
     *
     * @param outOfScope scores of the instances out of scope, at least one, none NaN; higher means less in scope
     * @param inScope scores of the instances in scope, at least one, none NaN
     * @return how well they are told apart
     * @throws IllegalArgumentException if one of them has no instance
     */
    public static Detection of(double[] outOfScope, double[] inScope) {
        Checks.require(
                outOfScope.length > 0 && inScope.length > 0,
                "instances out of scope and in scope must be at least one each but were " + outOfScope.length + " and "
                        + inScope.length);
        double[] positives = sorted(outOfScope);
        double[] negatives = sorted(inScope);
        double wins = 0;
        for (double score : positives) {
            int below = below(negatives, score, false);
            int belowOrEqual = below(negatives, score, true);
            wins += below + (belowOrEqual - below) / 2.0;
        }
        int refused = negatives.length - below(negatives, threshold(outOfScope, RECALL), false);
        return new Detection(wins / positives.length / negatives.length, (double) refused / negatives.length);
    }

    /**
     * The largest threshold that a share of the instances out of scope reaches.
     *
     * @param outOfScope their scores, at least one
     * @param recall the share, in (0, 1]
     * @return one of the scores
     */
    public static double threshold(double[] outOfScope, double recall) {
        double[] sorted = sorted(outOfScope);
        int reached = Math.max(1, (int) Math.ceil(recall * sorted.length - AbstentionGoal.ROUNDING));
        return sorted[sorted.length - reached];
    }

    private static double[] sorted(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many of the sorted scores are below a value, or at most equal to it. */
    private static int below(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
