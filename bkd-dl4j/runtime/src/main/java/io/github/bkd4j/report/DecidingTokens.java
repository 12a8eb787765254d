package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.report.Reasons.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each class of the tail, the tokens that decide for it and against it, mean over its test texts. */
final class DecidingTokens {

    private static final int SHOWN = 6;
    private static final Comparator<Reason> LARGEST_FIRST = Comparator.comparingDouble(
                    (Reason reason) -> -Math.abs(reason.value()))
            .thenComparing(Reason::token);

    private final Corpus<?> test;
    private final ClassCounts training;
    private final Reasons reasons;

    private DecidingTokens(Corpus<?> test, ClassCounts training, Reasons reasons) {
        this.test = test;
        this.training = training;
        this.reasons = reasons;
    }

    /** Nothing if no reasons are known, or the tail has no test text. */
    static List<Element> of(Study study) {
        return study
                .reasons()
                .map(known -> new DecidingTokens(
                        study.evaluation().test(), study.evaluation().training(), known))
                .flatMap(DecidingTokens::table)
                .stream()
                .toList();
    }

    /** The tokens that move one text most, with their values. */
    static String of(List<Reason> reasons) {
        return reasons.stream()
                .limit(SHOWN)
                .map(reason -> String.format(Locale.ROOT, "%s %+.2f", Words.cut(reason.token(), 40), reason.value()))
                .collect(Collectors.joining(", "));
    }

    private Optional<Element> table() {
        List<List<String>> columns = Stream.of("class", "for it", "against it", "trained on", "test texts")
                .map(title -> (List<String>) new ArrayList<>(List.of(title)))
                .toList();
        for (int c : ShotGroups.of(training).classes(Group.TAIL)) {
            addRow(columns, training.labels().get(c), training.count(c));
        }
        return columns.get(0).size() == 1 ? Optional.empty() : Optional.of(HtmlTable.of(columns, 3));
    }

    private void addRow(List<List<String>> columns, String label, long trainedOn) {
        List<String> texts = texts(label);
        if (texts.isEmpty()) {
            return;
        }
        List<Reason> means = means(texts, label);
        columns.get(0).add(Words.cut(label, 40));
        columns.get(1).add(those(means, reason -> reason.value() > 0));
        columns.get(2).add(those(means, reason -> reason.value() < 0));
        columns.get(3).add(Long.toString(trainedOn));
        columns.get(4).add(Integer.toString(texts.size()));
    }

    private List<String> texts(String label) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            if (test.labels().get(test.classOf(i)).equals(label)
                    && test.instances().get(i) instanceof String text) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** What each token moves, mean over the texts, also over those that do not have it. */
    private List<Reason> means(List<String> texts, String label) {
        Map<String, Double> sums = new HashMap<>();
        for (String text : texts) {
            reasons.of(text, label, Optional.empty())
                    .forEach(reason -> sums.merge(reason.token(), reason.value(), Double::sum));
        }
        return sums.entrySet().stream()
                .map(sum -> new Reason(sum.getKey(), sum.getValue() / texts.size()))
                .sorted(LARGEST_FIRST)
                .toList();
    }

    private static String those(List<Reason> means, Predicate<Reason> meant) {
        return of(means.stream().filter(meant).toList());
    }
}
