package io.github.bkd4j.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Warnings about classes for which the figures are unreliable. */
final class Warnings {

    private static final int NAMED = 10;
    private static final int SOME = 5;

    private Warnings() {}

    static Optional<String> ofUnknownClasses(List<String> labels) {
        return naming("test classes that training does not know count as recall 0: ", labels);
    }

    static Optional<String> ofUnknownLabels(List<String> labels) {
        return naming("test labels that training does not know count as F1 0: ", labels);
    }

    static Optional<String> ofNeverPredicted(String system, List<String> labels) {
        return naming("system '" + system + "' never predicts ", labels);
    }

    static Optional<String> ofSmallClasses(List<String> labels) {
        return naming(
                "intervals of accuracy, macro-F1, micro-F1 and G-mean are too narrow, for there are fewer than "
                        + StratifiedBootstrap.FEWEST_INSTANCES + " test instances of ",
                labels);
    }

    private static Optional<String> naming(String sentence, List<String> labels) {
        return labels.isEmpty() ? Optional.empty() : Optional.of(sentence + list(labels));
    }

    static String list(List<String> labels) {
        return list(labels, NAMED);
    }

    /** The first few: of a sentence with two lists. */
    static String some(List<String> labels) {
        return list(labels, SOME);
    }

    private static String list(List<String> labels, int most) {
        String named = labels.stream().limit(most).collect(Collectors.joining("', '", "'", "'"));
        return labels.size() <= most ? named : named + " and " + (labels.size() - most) + " more";
    }
}
