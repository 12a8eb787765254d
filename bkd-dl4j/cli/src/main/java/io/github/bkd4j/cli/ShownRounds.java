package io.github.bkd4j.cli;

import io.github.bkd4j.study.CandidateResult;
import io.github.bkd4j.study.RoundScore;
import io.github.bkd4j.study.StudyListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows the progress of tuning: one line per training, not per epoch. */
record ShownRounds(PrintWriter err) implements StudyListener {

    @Override
    public void scored(RoundScore score) {
        CandidateResult result = score.result();
        err.println(String.format(
                Locale.ROOT,
                "round %d of %d, %s: balanced accuracy %.4f so far%s; training %d of %d, %s left",
                result.rounds(),
                score.rounds(),
                result.candidate().name(),
                result.score(),
                score.isKept() ? " (kept from an earlier run)" : "",
                score.training(),
                score.trainings(),
                minutes(score.secondsLeft())));
    }

    private static String minutes(double seconds) {
        return String.format(Locale.ROOT, "%d:%02d min", (long) seconds / 60, (long) seconds % 60);
    }

    @Override
    public void timeIsUp() {
        err.println("the time is up");
    }
}
