package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.study.CrossValidation.Round;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Carries out a tuning: the usual settings first, then as many others as there is time for. */
@RequiredArgsConstructor
final class Tuning {

    private final Study study;
    private final CrossValidation validation;
    private final SearchSpace space;
    private final Stopwatch watch;

    private final IdentityHashMap<Splits<String>, Study> studies =
            new IdentityHashMap<>(); // rounds on the same splits share one
    private int done;
    private int planned;

    /** Scores the usual settings in every round, and so many less others by halving. */
    List<CandidateResult> run(int candidates, long seed) {
        int rounds = validation.rounds().size();
        List<Candidate> usual = space.usual();
        planned = usual.size() * rounds;
        List<CandidateResult> all = new ArrayList<>(SuccessiveHalving.run(validation, usual, false, this::score));
        if (all.stream().allMatch(one -> one.rounds() == rounds)) {
            List<Candidate> drawn = space.drawn(affordable(Math.max(0, candidates - usual.size()), rounds), seed);
            planned += SuccessiveHalving.trainings(drawn.size(), rounds);
            all.addAll(SuccessiveHalving.run(validation, drawn, true, this::score));
        }
        return all;
    }

    private int affordable(int most, int rounds) {
        int drawn = most;
        while (drawn > 0 && !watch.allows(SuccessiveHalving.trainings(drawn, rounds))) {
            drawn--;
        }
        return drawn;
    }

    private @Nullable CandidateResult score(CandidateResult before, int round) {
        Trial trial = space.trial(before.candidate());
        Round part = validation.rounds().get(round);
        Study own = studies.computeIfAbsent(part.splits(), study::round);
        boolean kept = own.has(trial, part.seed());
        if (!kept && !watch.allowsOne()) {
            study.listener().timeIsUp();
            return null;
        }
        TrialResult result = own.run(trial, part.seed());
        watch.took(result.seconds());
        done++;
        CandidateResult after = before.with(result.logits());
        double left = Math.min(watch.left(), watch.expected(planned - done));
        study.listener().scored(new RoundScore(after, validation.rounds().size(), kept, done, planned, left));
        return after;
    }
}
