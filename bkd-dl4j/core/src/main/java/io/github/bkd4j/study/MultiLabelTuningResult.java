package io.github.bkd4j.study;

import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.io.Checks;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a tuning of label sets found. The usual setting is chosen unless the best of the others lies above it by more
 * than chance moves one difference in three, that is by about one standard error: the best of many is the best by
 * chance too.
 *
 * @param candidates what was tried, the usual setting first
 * @param evaluation their scores on texts that they were not trained on, under their names
 */
public record MultiLabelTuningResult(List<Candidate> candidates, MultiLabelEvaluation<String> evaluation) {

    private static final double LEVEL = 0.32; // two-sided, of one standard error of a normal distribution

    /**
     * Checks that there is a score for each candidate.
     *
     * @param candidates see {@link MultiLabelTuningResult}
     * @param evaluation see {@link MultiLabelTuningResult}
     * @throws IllegalArgumentException if there is no candidate, or the systems of the evaluation are others
     */
    public MultiLabelTuningResult {
        candidates = List.copyOf(candidates);
        List<String> names = candidates.stream().map(Candidate::name).toList();
        Checks.require(
                !names.isEmpty() && names.equals(evaluation.systems()),
                "candidates must be the systems of the evaluation, " + evaluation.systems() + ", but were " + names);
    }

    /**
     * The winner.
     *
     * @return the best of those that were drawn if it is above the usual setting beyond chance, else the usual setting
     */
    public Candidate chosen() {
        return candidates.stream()
                .skip(1)
                .max(Comparator.comparingDouble(this::macroF1))
                .filter(best -> isAbove(difference(best)))
                .orElse(usual());
    }

    private Candidate usual() {
        return candidates.get(0);
    }

    private double macroF1(Candidate candidate) {
        return evaluation.system(candidate.name()).macroF1().estimate();
    }

    /** Of a candidate that was drawn and the usual one; not corrected for the number of candidates. */
    private Difference difference(Candidate drawn) {
        return evaluation.against(drawn.name(), List.of(usual().name())).get(0).macroF1();
    }

    private static boolean isAbove(Difference difference) {
        return difference.interval().estimate() > 0 && difference.rawPValue() < LEVEL;
    }

    /**
     * Why it was chosen.
     *
     * @return a sentence in lower case, without a full stop
     */
    public String sentence() {
        if (candidates.size() == 1) {
            return "chosen: " + usual().name() + ", the usual setting; no other was tried";
        }
        String rule = "about one standard error (approximate randomisation, p < " + LEVEL + ")";
        Candidate chosen = chosen();
        if (chosen.equals(usual())) {
            return "chosen: " + chosen.name()
                    + ", the usual setting; the best that was drawn is not above it by more than " + rule;
        }
        Difference difference = difference(chosen);
        return String.format(
                Locale.ROOT,
                "chosen: %s, above %s, the usual setting, by %.4f, more than %s: p = %.4f",
                chosen.name(),
                usual().name(),
                difference.interval().estimate(),
                rule,
                difference.rawPValue());
    }

    /**
     * All results, in Markdown.
     *
     * @param most rows at most, at least 0
     * @return a row per candidate, the best first
     */
    public String table(int most) {
        List<Candidate> rows = candidates.stream()
                .sorted(Comparator.comparingDouble(this::macroF1).reversed())
                .limit(most)
                .toList();
        return new CandidateTable<>(usual(), rows, candidate -> candidate)
                .add("macro-F1", one -> String.format(Locale.ROOT, "%.4f", macroF1(one)))
                .add("above " + usual().name() + " (p)", this::lead)
                .toString();
    }

    private String lead(Candidate candidate) {
        if (candidate.equals(usual())) {
            return "-";
        }
        Difference difference = difference(candidate);
        return String.format(Locale.ROOT, "%+.4f (%.4f)", difference.interval().estimate(), difference.rawPValue());
    }
}
