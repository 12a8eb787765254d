package io.github.bkd4j.study;

import io.github.bkd4j.evaluate.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a tuning found. The best of the usual settings is chosen unless another lies above it, after all rounds, by more
 * than one standard error of the paired difference: the best of many is the best by chance too.
 *
 * @param chosen the winner
 * @param usual the best of the usual settings
 * @param all results of at least one round, the most rounds first, then the best first
 */
public record TuningResult(CandidateResult chosen, CandidateResult usual, List<CandidateResult> all) {

    /** Selects the winner; the first results are those of the usual settings, each of at least one round. */
    static TuningResult of(List<CandidateResult> results, int usualSettings) {
        Comparator<CandidateResult> byScore = Comparator.comparingDouble(CandidateResult::score);
        List<CandidateResult> given = results.subList(0, usualSettings);
        int rounds = given.stream().mapToInt(CandidateResult::rounds).min().orElseThrow();
        CandidateResult usual = given.stream()
                .max(byScore.thenComparing(given::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        CandidateResult chosen = results.stream()
                .skip(usualSettings)
                .filter(one -> one.rounds() >= rounds)
                .max(byScore)
                .filter(one -> isClearlyAbove(one, usual))
                .orElse(usual);
        List<CandidateResult> all = results.stream()
                .filter(one -> one.rounds() > 0)
                .sorted(Comparator.comparingInt(CandidateResult::rounds)
                        .thenComparing(byScore)
                        .reversed())
                .toList();
        return new TuningResult(chosen, usual, all);
    }

    private static boolean isClearlyAbove(CandidateResult one, CandidateResult other) {
        Interval difference = one.above(other);
        return difference.estimate() > CandidateResult.standardError(difference);
    }

    /**
     * Why it was chosen.
     *
     * @return a sentence in lower case, without a full stop
     */
    public String sentence() {
        String rule = "more than one standard error of the paired difference";
        if (chosen.equals(usual)) {
            return "chosen: " + chosen.candidate().name()
                    + ", the best of the usual settings; none that was drawn is above it by " + rule;
        }
        Interval difference = chosen.above(usual);
        return String.format(
                Locale.ROOT,
                "chosen: %s, above %s, the best of the usual settings, by %.4f, %s (%.4f)",
                chosen.candidate().name(),
                usual.candidate().name(),
                difference.estimate(),
                rule,
                CandidateResult.standardError(difference));
    }

    /**
     * All results, in Markdown.
     *
     * @param most rows at most, at least 0
     * @return a row per candidate, the most rounds first, then the best first
     */
    public String table(int most) {
        return new CandidateTable<>(chosen.candidate(), all.stream().limit(most).toList(), CandidateResult::candidate)
                .add("rounds", one -> String.valueOf(one.rounds()))
                .add(
                        "balanced accuracy (SE)",
                        one -> String.format(Locale.ROOT, "%.4f (%.4f)", one.score(), one.standardError()))
                .add("above " + usual.candidate().name() + " (SE)", this::difference)
                .toString();
    }

    private String difference(CandidateResult one) {
        Interval difference = one.above(usual);
        return one.equals(usual)
                ? "-"
                : String.format(
                        Locale.ROOT, "%+.4f (%.4f)", difference.estimate(), CandidateResult.standardError(difference));
    }
}
