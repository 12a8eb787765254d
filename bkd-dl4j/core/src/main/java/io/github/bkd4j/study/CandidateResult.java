package io.github.bkd4j.study;

import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.PairedTest;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a candidate did in the first rounds of a tuning.
 *
 * @param candidate what was tried
 * @param validation what it was scored on
 * @param predicted logits of each round that it has done, in their order
 */
public record CandidateResult(Candidate candidate, CrossValidation validation, List<Logits> predicted) {

    private static final double QUANTILE = 1.96; // an interval's half in standard errors

    /** With one more round. */
    CandidateResult with(Logits more) {
        return new CandidateResult(
                candidate,
                validation,
                Stream.concat(predicted.stream(), Stream.of(more)).toList());
    }

    /**
     * How far it came.
     *
     * @return number of rounds done, at least 0
     */
    public int rounds() {
        return predicted.size();
    }

    /**
     * The figure that candidates are chosen by.
     *
     * @return balanced accuracy over the rounds done, at least one, in [0, 1]
     */
    public double score() {
        return balancedAccuracy().estimate();
    }

    /**
     * How far the score may be off.
     *
     * @return standard error of the score, at least 0
     */
    public double standardError() {
        return standardError(balancedAccuracy());
    }

    private Interval balancedAccuracy() {
        return correctness(rounds()).balancedAccuracy();
    }

    private Correctness correctness(int first) {
        return validation.correctness(predicted.subList(0, first));
    }

    /** Its lead over another in balanced accuracy, on the rounds that both have done. */
    Interval above(CandidateResult other) {
        int both = Math.min(rounds(), other.rounds());
        return PairedTest.of(correctness(both), other.correctness(both)).difference();
    }

    static double standardError(Interval interval) {
        return (interval.high() - interval.low()) / 2 / QUANTILE;
    }
}
