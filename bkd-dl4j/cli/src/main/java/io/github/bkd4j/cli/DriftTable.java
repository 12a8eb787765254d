package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.drift.Divergence;
import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.MarkdownTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How far traffic has drifted, and which classes have become more or less common, as tables. */
final class DriftTable {

    private static final int SHOWN = 10; // classes whose share has changed most
    private static final String FOOTNOTE = "PSI: population stability index against the texts that were left out of "
            + "training; * more than chance shows in 95 of 100 samples of this size. JS: Jensen-Shannon divergence in "
            + "bits, 0 to 1.";

    private DriftTable() {}

    static String of(TextClassifier classifier, Drift drift) {
        Profile profile = classifier.profile().orElseThrow();
        return divergences(drift) + "\n\n" + FOOTNOTE + "\n\n" + shares(classifier.trainingCounts(), profile, drift);
    }

    private static String divergences(Drift drift) {
        List<Divergence> all = List.of(drift.classes(), drift.confidence(), drift.unknown());
        return MarkdownTable.of(List.of(
                column("distribution", List.of("predicted classes", "confidence", "unknown words")),
                column(
                        "PSI",
                        all.stream()
                                .map(one -> number(one.stability()) + (one.isBeyondChance() ? "*" : " "))
                                .toList()),
                column(
                        "by chance",
                        all.stream().map(one -> number(one.chance())).toList()),
                column(
                        "JS",
                        all.stream().map(one -> number(one.jensenShannon())).toList())));
    }

    /** Those whose estimated share differs most from that in training. */
    private static String shares(ClassCounts training, Profile profile, Drift drift) {
        List<Integer> changed = IntStream.range(0, training.classes())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -Math.abs(estimated(drift, c) - trained(training, c))))
                .limit(SHOWN)
                .toList();
        return MarkdownTable.of(List.of(
                column("class", changed.stream().map(training.labels()::get).toList()),
                column(
                        "of training",
                        changed.stream().map(c -> number(trained(training, c))).toList()),
                column(
                        "model's own prior",
                        changed.stream()
                                .map(c -> number(profile.answered().prior().get(c)))
                                .toList()),
                column(
                        "of the traffic, estimated",
                        changed.stream().map(c -> number(estimated(drift, c))).toList())));
    }

    private static double trained(ClassCounts training, int c) {
        return (double) training.count(c) / training.total();
    }

    private static double estimated(Drift drift, int c) {
        return drift.prior().prior().get(c);
    }

    private static List<String> column(String title, List<String> cells) {
        List<String> column = new ArrayList<>(List.of(title));
        column.addAll(cells);
        return column;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
