package io.github.bkd4j.scope;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Joins the scores of {@link ScopeScore} into one: each is standardised by its mean and standard deviation over
 * held-out texts in scope, weighted and added. Without texts out of scope the weights are equal; with some they are
 * those of a logistic regression.
 *
 * @param means of each score, in the order of {@link ScopeScore#values()}
 * @param deviations of each score, above 0
 * @param weights of each standardised score, finite
 */
public record ScopeDetector(List<Double> means, List<Double> deviations, List<Double> weights) {

    private static final List<ScopeScore> SCORES = List.of(ScopeScore.values());
    private static final double SMALLEST_DEVIATION = 1e-6;

    /**
     * Checks the numbers.
     *
     * @param means see {@link ScopeDetector}
     * @param deviations see {@link ScopeDetector}
     * @param weights see {@link ScopeDetector}
     * @throws IllegalArgumentException if there is not one per score, or one is outside its range
     */
    public ScopeDetector {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        weights = List.copyOf(weights);
        int scores = ScopeScore.values().length;
        Checks.require(
                means.size() == scores && deviations.size() == scores && weights.size() == scores,
                "means, deviations and weights must be one per score, " + scores + ", but were " + means.size() + ", "
                        + deviations.size() + " and " + weights.size());
        means.forEach(mean -> Checks.finite("mean", mean));
        deviations.forEach(deviation -> Checks.finiteAndPositive("deviation", deviation));
        weights.forEach(weight -> Checks.finite("weight", weight));
    }

    /**
     * Learns from texts in scope alone.
     *
     * @param inScope logits of held-out texts, at least one
     * @param unknownShares share of unknown words of each, {@code [texts]}
     * @return a detector of equal weights
     * @throws IllegalArgumentException if there is no text, or not one share per text
     */
    public static ScopeDetector of(Logits inScope, double[] unknownShares) {
        Checks.require(inScope.size() > 0, "texts in scope must be at least one but were none");
        List<Double> means = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (ScopeScore score : ScopeScore.values()) {
            double[] values = score.of(inScope, unknownShares);
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            means.add(mean);
            deviations.add(Math.max(SMALLEST_DEVIATION, Math.sqrt(variance)));
        }
        return new ScopeDetector(means, deviations, Collections.nCopies(means.size(), 1.0));
    }

    /**
     * Learns the weights from texts out of scope, too.
     *
     * @param inScope logits of held-out texts in scope, at least one
     * @param unknownShares share of unknown words of each, {@code [texts]}
     * @param outOfScope logits of texts out of scope, at least one
     * @param theirUnknownShares share of unknown words of each, {@code [texts out of scope]}
     * @return a detector
     * @throws IllegalArgumentException if there is no text of a kind, or not one share per text
     */
    public static ScopeDetector of(
            Logits inScope, double[] unknownShares, Logits outOfScope, double[] theirUnknownShares) {
        Checks.require(outOfScope.size() > 0, "texts out of scope must be at least one but were none");
        ScopeDetector equal = of(inScope, unknownShares);
        double[] weights = LogisticRegression.weights(
                equal.standardised(outOfScope, theirUnknownShares), equal.standardised(inScope, unknownShares));
        return new ScopeDetector(
                equal.means, equal.deviations, Arrays.stream(weights).boxed().toList());
    }

    /**
     * Scores texts.
     *
     * @param logits one row per text, by the same classifier
     * @param unknownShares share of unknown words of each, {@code [texts]}
     * @return {@code [texts]}, higher means less in scope
     * @throws IllegalArgumentException if there is not one share per text
     */
    public double[] scores(Logits logits, double[] unknownShares) {
        double[][] standardised = standardised(logits, unknownShares); // [texts][scores]
        double[] scores = new double[standardised.length];
        for (int i = 0; i < scores.length; i++) {
            for (int s = 0; s < weights.size(); s++) {
                scores[i] += weights.get(s) * standardised[i][s];
            }
        }
        return scores;
    }

    private double[][] standardised(Logits logits, double[] unknownShares) {
        double[][] standardised = new double[logits.size()][means.size()];
        for (int s = 0; s < means.size(); s++) {
            double[] values = SCORES.get(s).of(logits, unknownShares);
            for (int i = 0; i < values.length; i++) {
                standardised[i][s] = (values[i] - means.get(s)) / deviations.get(s);
            }
        }
        return standardised;
    }
}
