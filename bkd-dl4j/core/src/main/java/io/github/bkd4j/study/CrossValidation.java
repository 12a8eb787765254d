package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Correctness;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * What the candidates of a tuning are scored on, in rounds; never a test set. Either each round leaves out one fold of
 * the training split, and the predictions for all folds are pooled; or each round trains from another seed, and scores
 * the validation split.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CrossValidation {

    private final List<Round> rounds;
    private final boolean areFolds; // each about texts of its own

    /**
     * A round.
     *
     * @param splits what is learned from, and what is scored, as test split
     * @param seed of the training
     */
    record Round(Splits<String> splits, long seed) {}

    /**
     * Each fold in turn is left out of training, of the teachers' too, and scored.
     *
     * @param training is dealt into folds, each class spread over them evenly
     * @param folds at least 2, at most the training instances
     * @param seed of the deal, and of each training
     * @return one round per fold
     * @throws IllegalArgumentException if the number of folds is out of range
     * @throws CorpusException if what lies outside of a fold is of one class
     */
    public static CrossValidation ofFolds(Corpus<String> training, int folds, long seed) {
        Folds<String> dealt = Folds.deal(training, folds, seed).requireTwoClassesOutside();
        return new CrossValidation(
                IntStream.range(0, folds)
                        .mapToObj(fold -> new Round(Splits.of(dealt.outside(fold), dealt.inside(fold)), seed))
                        .toList(),
                true);
    }

    /**
     * The validation split is scored after trainings from several seeds.
     *
     * @param training what is learned from
     * @param validation what is scored
     * @param seeds how many, at least 1
     * @param seed the first of them
     * @return one round per seed
     * @throws IllegalArgumentException if there is no seed
     */
    public static CrossValidation ofValidation(
            Corpus<String> training, Corpus<String> validation, int seeds, long seed) {
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds must be >= 1 but were " + seeds);
        }
        Splits<String> splits = Splits.of(training, validation);
        return new CrossValidation(
                IntStream.range(0, seeds)
                        .mapToObj(i -> new Round(splits, seed + i))
                        .toList(),
                false);
    }

    List<Round> rounds() {
        return rounds;
    }

    /** What was right in the first rounds, at least one, by the logits of each. */
    Correctness correctness(List<Logits> predicted) {
        if (!areFolds) {
            return Correctness.of(rounds.get(0).splits().test(), predicted);
        }
        List<Integer> classes = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (int round = 0; round < predicted.size(); round++) {
            Predictions predictions = Predictions.of(
                    predicted.get(round), rounds.get(round).splits().test());
            for (int i = 0; i < predictions.size(); i++) {
                classes.add(predictions.truth(i)); // all folds have the labels of the training split
                right.add(predictions.isRight(i) ? 1.0 : 0.0);
            }
        }
        return new Correctness(
                classes.stream().mapToInt(Integer::intValue).toArray(),
                right.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
