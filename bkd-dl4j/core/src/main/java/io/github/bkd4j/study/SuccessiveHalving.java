package io.github.bkd4j.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tunes by successive halving. The usual settings are scored in every round; of those drawn beside them each round
 * keeps the better half, by balanced accuracy over the rounds so far, and at least two. Every training has all its
 * epochs: fewer would be another schedule, under which other settings are best.
 *
 * @param candidates how many are tried at most, the usual settings among them, at least 1; the usual ones are always
 *     tried
 * @param minutes until no more trainings begin that would not end in time, finite and > 0; empty for no limit. What is
 *     chosen then depends on how fast the machine is
 */
public record SuccessiveHalving(int candidates, OptionalDouble minutes) {

    static final int FINALISTS = 2;

    /**
     * Checks the ranges.
     *
     * @param candidates see {@link SuccessiveHalving}
     * @param minutes see {@link SuccessiveHalving}
     * @throws IllegalArgumentException if a number is out of range
     */
    public SuccessiveHalving {
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be >= 1 but were " + candidates);
        }
        if (minutes.isPresent() && !(minutes.getAsDouble() > 0 && Double.isFinite(minutes.getAsDouble()))) {
            throw new IllegalArgumentException("minutes must be finite and > 0 but were " + minutes.getAsDouble());
        }
    }

    /** Trains a candidate in a round. */
    interface Scorer {

        /** The result after a round, or null if there is no time for it. */
        @Nullable CandidateResult score(CandidateResult before, int round);
    }

    /**
     * Tunes. Its listener is told of each round of each candidate.
     *
     * @param study has teachers, unlabelled texts, store and listener; its splits are replaced by those of each round
     * @param validation what candidates are scored on
     * @param space what is tried
     * @param seed of the draws
     * @return what was chosen; empty if there was not time for a round of each of the usual settings
     */
    public Optional<TuningResult> tune(Study study, CrossValidation validation, SearchSpace space, long seed) {
        Stopwatch watch = new Stopwatch(minutes, System::nanoTime);
        List<CandidateResult> results = new Tuning(study, validation, space, watch).run(candidates, seed);
        int usual = space.usual().size();
        return results.stream().limit(usual).allMatch(one -> one.rounds() > 0)
                ? Optional.of(TuningResult.of(results, usual))
                : Optional.empty();
    }

    /** How many trainings so many drawn candidates take. */
    static int trainings(int drawn, int rounds) {
        return IntStream.range(0, rounds).map(round -> left(drawn, round)).sum();
    }

    /** How many of those drawn are in a round. */
    static int left(int drawn, int round) {
        return Math.max(Math.min(drawn, FINALISTS), drawn >> Math.min(round, 30));
    }

    /** All rounds, as long as there is time; those that a round was not finished for have fewer than others. */
    static List<CandidateResult> run(
            CrossValidation validation, List<Candidate> candidates, boolean halving, Scorer scorer) {
        List<CandidateResult> all = new ArrayList<>(candidates.stream()
                .map(one -> new CandidateResult(one, validation, List.of()))
                .toList());
        for (int round = 0; round < validation.rounds().size(); round++) {
            int before = round;
            List<CandidateResult> best = all.stream()
                    .filter(one -> one.rounds() == before)
                    .sorted(Comparator.comparingDouble((CandidateResult one) -> before == 0 ? 0 : -one.score()))
                    .limit(halving ? left(candidates.size(), round) : candidates.size())
                    .toList();
            for (CandidateResult one : best) {
                CandidateResult after = scorer.score(one, round);
                if (after == null) {
                    return all;
                }
                all.set(all.indexOf(one), after);
            }
        }
        return all;
    }
}
