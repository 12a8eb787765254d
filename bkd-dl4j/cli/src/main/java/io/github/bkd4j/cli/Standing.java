package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.PairedTest;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a candidate does so far.
 *
 * @param candidate what is tried
 * @param exam what it is scored on
 * @param answers of the rounds that it has done, the first ones
 */
record Standing(Candidate candidate, Exam exam, List<Logits> answers) {

    private static final double QUANTILE = 1.96; // an interval's half in standard errors

    /** One more round. */
    Standing with(Logits more) {
        return new Standing(
                candidate,
                exam,
                Stream.concat(answers.stream(), Stream.of(more)).toList());
    }

    int rounds() {
        return answers.size();
    }

    /** Balanced accuracy over the rounds done, at least one. */
    double score() {
        return balancedAccuracy().estimate();
    }

    double standardError() {
        return standardError(balancedAccuracy());
    }

    private Interval balancedAccuracy() {
        return correctness(rounds()).balancedAccuracy();
    }

    private Correctness correctness(int first) {
        return exam.correctness(answers.subList(0, first));
    }

    /** How far it lies above another in balanced accuracy, on the rounds that both have done. */
    Interval above(Standing other) {
        int both = Math.min(rounds(), other.rounds());
        return PairedTest.of(correctness(both), other.correctness(both)).difference();
    }

    static double standardError(Interval interval) {
        return (interval.high() - interval.low()) / 2 / QUANTILE;
    }
}
