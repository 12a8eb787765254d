package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the candidates of a tuning are scored on, in rounds: in each a candidate learns from the training split and is
 * asked about the test split, which is never a test file. Either the rounds are the folds of the training file, and
 * what was said of each is pooled; or they are seeds, and the validation file is asked about each time.
 *
 * @param rounds one after the other
 * @param areFolds whether each is about texts of its own
 */
record Exam(List<Round> rounds, boolean areFolds) {

    /**
     * One part of an exam.
     *
     * @param splits what is learned from, and what is asked about as test split
     * @param seed of the training
     */
    record Round(Splits<String> splits, long seed) {}

    /** The folds of a training file in turn; its teachers too are trained without the fold. */
    static Exam ofFolds(Corpus<String> training, int folds, long seed) {
        Folds<String> dealt = Folds.deal(training, folds, seed);
        return new Exam(
                IntStream.range(0, folds)
                        .mapToObj(fold -> new Round(Splits.of(dealt.outside(fold), dealt.inside(fold)), seed))
                        .toList(),
                true);
    }

    /** A validation file, asked about after trainings from several seeds. */
    static Exam ofSeeds(Splits<String> splits, int seeds, long seed) {
        Splits<String> asked = Splits.of(splits.train(), splits.validation());
        return new Exam(
                IntStream.range(0, seeds)
                        .mapToObj(i -> new Round(asked, seed + i))
                        .toList(),
                false);
    }

    /**
     * What was right in the first rounds.
     *
     * @param answers logits of the test split of each round done, at least one
     */
    Correctness correctness(List<Logits> answers) {
        if (!areFolds) {
            return Correctness.of(rounds.get(0).splits().test(), answers);
        }
        List<Integer> classes = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (int round = 0; round < answers.size(); round++) {
            Predictions said = Predictions.of(
                    answers.get(round), rounds.get(round).splits().test());
            for (int i = 0; i < said.size(); i++) {
                classes.add(said.truth(i)); // all folds have the labels of the training file
                right.add(said.isRight(i) ? 1.0 : 0.0);
            }
        }
        return new Correctness(
                classes.stream().mapToInt(Integer::intValue).toArray(),
                right.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
