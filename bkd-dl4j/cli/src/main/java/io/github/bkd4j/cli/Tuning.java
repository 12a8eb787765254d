package io.github.bkd4j.cli;

import io.github.bkd4j.cli.Exam.Round;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Carries out a tuning: the usual settings first, then as many others as there is time for. */
@RequiredArgsConstructor
final class Tuning {

    private final Exam exam;
    private final List<Runs> runs; // one a round
    private final Learner usual;
    private final Stopwatch watch;
    private final PrintWriter err;
    private int done;
    private int planned;

    /**
     * Scores the usual settings in every round, others by halving.
     *
     * @param trials how many settings are tried at most, the usual ones among them
     * @param seed of the draws
     */
    List<Standing> run(Candidates candidates, int trials, long seed) {
        int rounds = exam.rounds().size();
        List<Candidate> given = candidates.usual();
        int most = Math.max(0, trials - given.size());
        planned = given.size() * rounds;
        Race race = new Race(exam, this::sit);
        List<Standing> all = new ArrayList<>(race.run(given, false));
        if (all.stream().allMatch(one -> one.rounds() == rounds)) {
            List<Candidate> drawn = candidates.drawn(affordable(most, rounds), seed);
            planned += Race.trainings(drawn.size(), rounds);
            all.addAll(race.run(drawn, true));
        }
        return all;
    }

    private int affordable(int most, int rounds) {
        int drawn = most;
        while (drawn > 0 && !watch.allows(Race.trainings(drawn, rounds))) {
            drawn--;
        }
        return drawn;
    }

    private @Nullable Standing sit(Standing before, int round) {
        Candidate candidate = before.candidate();
        Learner learner = candidate.learner(usual);
        Round part = exam.rounds().get(round);
        boolean kept = runs.get(round).has(candidate.contender(), learner, part.seed());
        if (!kept && !watch.allowsOne()) {
            err.println("the time is up");
            return null;
        }
        Outcome outcome = runs.get(round).of(candidate.contender(), learner, part.seed());
        watch.took(outcome.seconds());
        done++;
        Standing after = before.with(outcome.logits());
        err.println(String.format(
                Locale.ROOT,
                "round %d of %d, %s: balanced accuracy %.4f so far%s; training %d of %d, %s left",
                round + 1,
                exam.rounds().size(),
                candidate.name(),
                after.score(),
                kept ? " (kept from an earlier run)" : "",
                done,
                planned,
                minutes(Math.min(watch.left(), watch.expected(planned - done)))));
        return after;
    }

    private static String minutes(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d min", (long) seconds / 60, (long) seconds % 60);
    }
}
