package io.github.bkd4j.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Successive halving. The usual settings are scored in every round of an exam; of those drawn beside them each round
 * keeps the better half, by balanced accuracy over the rounds so far, and at least {@link #FINALISTS}. Every training
 * has all its epochs: fewer would be another schedule, under which other settings are best.
 *
 * @param exam what is scored on
 * @param sitting trains a candidate in a round
 */
record Race(Exam exam, Sitting sitting) {

    static final int FINALISTS = 2;

    /** Trains and asks. */
    interface Sitting {

        /** The standing after a round, or null if there is no time for it. */
        @Nullable Standing sit(Standing before, int round);
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
    List<Standing> run(List<Candidate> candidates, boolean halving) {
        List<Standing> all = new ArrayList<>(candidates.stream()
                .map(one -> new Standing(one, exam, List.of()))
                .toList());
        for (int round = 0; round < exam.rounds().size(); round++) {
            int before = round;
            List<Standing> best = all.stream()
                    .filter(one -> one.rounds() == before)
                    .sorted(Comparator.comparingDouble((Standing one) -> before == 0 ? 0 : -one.score()))
                    .limit(halving ? left(candidates.size(), round) : candidates.size())
                    .toList();
            for (Standing one : best) {
                Standing after = sitting.sit(one, round);
                if (after == null) {
                    return all;
                }
                all.set(all.indexOf(one), after);
            }
        }
        return all;
    }
}
