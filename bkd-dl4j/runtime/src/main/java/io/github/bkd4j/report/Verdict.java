package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.Comparison;
import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.Locale;
import java.util.Optional;

/** The answer in a sentence: did the tail gain, did the head pay, and can it be chance. */
final class Verdict {

    private Verdict() {}

    static String of(Study study) {
        String rival = study.rival().map(Rival::words).orElse("");
        return study.comparison()
                .map(comparison -> of(comparison, rival))
                .orElseGet(() -> alone(study.evaluation().system(study.system())));
    }

    static String of(Comparison comparison, String rival) {
        Optional<Difference> tail = comparison.group(Group.TAIL);
        Optional<Difference> head = comparison.group(Group.HEAD);
        return "Against " + rival + ", " + comparison.system() + " "
                + tail.map(difference -> ofTail(difference) + "; ").orElse("")
                + head.map(difference -> ofHead(difference, tail) + "; ").orElse("")
                + ofBalancedAccuracy(comparison.balancedAccuracy()) + ".";
    }

    private static String ofTail(Difference tail) {
        return switch (tail.direction()) {
            case 1 -> "finds more of the rare classes: tail recall rises by " + size(tail);
            case -1 -> "finds less of the rare classes: tail recall falls by " + size(tail);
            default -> "shows no change on the rare classes beyond chance (tail recall " + signed(tail) + ")";
        };
    }

    private static String ofHead(Difference head, Optional<Difference> tail) {
        boolean tailGains =
                tail.filter(difference -> difference.direction() > 0).isPresent();
        return switch (head.direction()) {
            case 1 -> "the common classes gain " + (tailGains ? "too, " : "") + size(head);
            case -1 -> "the common classes pay " + size(head);
            default -> "no change on the common classes beyond chance (" + signed(head) + ")";
        };
    }

    private static String ofBalancedAccuracy(Difference balanced) {
        String evidence =
                " (95% interval " + interval(balanced.interval()) + ", " + Figures.equation(balanced.pValue()) + ")";
        return switch (balanced.direction()) {
            case 1 -> "balanced accuracy rises by " + size(balanced) + evidence;
            case -1 -> "balanced accuracy falls by " + size(balanced) + evidence;
            default -> "the difference in balanced accuracy, " + signed(balanced) + ", can be chance" + evidence;
        };
    }

    private static String size(Difference difference) {
        return Figures.share(Math.abs(difference.interval().estimate()));
    }

    private static String signed(Difference difference) {
        return Figures.difference(difference.interval().estimate());
    }

    private static String interval(Interval interval) {
        return String.format(Locale.ROOT, "%+.3f to %+.3f", interval.low(), interval.high());
    }

    private static String alone(SystemScores system) {
        return system.system() + " finds " + Figures.shareWithInterval(system.balancedAccuracy())
                + " of a class, mean over the classes"
                + system.recall(Group.HEAD)
                        .map(head -> "; " + Figures.share(head.estimate()) + " on the head")
                        .orElse("")
                + system.recall(Group.TAIL)
                        .map(tail -> "; " + Figures.share(tail.estimate()) + " on the tail")
                        .orElse("")
                + ".";
    }
}
