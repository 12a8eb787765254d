package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Predictions;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the texts of the tail go: how many are found, and how many are taken for a class of the head. */
final class TailSection {

    private static final int PAIRS = 15;
    private static final List<String> FATES = List.of("right", "tail", "middle", "head", "elsewhere");
    private static final List<String> TOLD =
            List.of("found", "taken for another of the tail", "of the middle", "of the head", "of no group");

    private final Study study;
    private final Map<String, Group> thirds = new HashMap<>();

    TailSection(Study study) {
        this.study = study;
        ClassCounts training = study.evaluation().training();
        ShotGroups groups = ShotGroups.of(training);
        for (Group third : Partition.THIRDS.groups()) {
            groups.classes(third).forEach(c -> thirds.put(training.labels().get(c), third));
        }
    }

    List<Element> content() {
        List<Element> content = new ArrayList<>();
        content.add(legend());
        study.systems().forEach(system -> content.add(flow(system)));
        Map<Pair, Double> pairs = pairs(study.evaluation().system(study.system()));
        if (!pairs.isEmpty()) {
            content.add(Element.of("h3")
                    .text("Tail classes that ")
                    .words(study.system())
                    .text(" takes for head classes most"));
            content.add(table(pairs));
        }
        return content;
    }

    private static Element legend() {
        Element legend = Element.of("p", "legend");
        for (int i = 0; i < FATES.size() - 1; i++) {
            legend.add(Element.of("span", "key " + FATES.get(i)).text(TOLD.get(i)));
        }
        return legend;
    }

    /** A bar whose parts are the fates of the texts of the tail. */
    private Element flow(SystemScores system) {
        Map<String, Integer> fates = new LinkedHashMap<>();
        FATES.forEach(fate -> fates.put(fate, 0));
        for (Result run : system.runs()) {
            Predictions predictions = run.predictions();
            for (int i = 0; i < predictions.size(); i++) {
                if (thirds.get(truth(predictions, i)) == Group.TAIL) {
                    fates.merge(fate(predictions, i), 1, Integer::sum);
                }
            }
        }
        int all = fates.values().stream().mapToInt(Integer::intValue).sum();
        Element bar = Element.of("div", "flow");
        fates.forEach((fate, count) -> bar.add(count == 0 ? List.of() : List.of(part(fate, (double) count / all))));
        return Element.of("div", "flowrow")
                .add(Element.of("span", "flowname").words(Words.cut(system.system(), 30)))
                .add(bar);
    }

    private String fate(Predictions predictions, int instance) {
        Group third = thirds.get(predicted(predictions, instance));
        if (predictions.isRight(instance)) {
            return "right";
        }
        return third == null ? "elsewhere" : third.toString();
    }

    private static Element part(String fate, double share) {
        String percent = percent(share);
        return Element.of("span", "part " + fate)
                .with("style", "width:" + Element.number(100 * share) + "%")
                .with("title", TOLD.get(FATES.indexOf(fate)) + ": " + percent)
                .text(share < 0.05 ? "" : percent);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    private record Pair(String truth, String predicted) {}

    /**
     * Tail classes with the head classes they are taken for, with the mean share of their instances, the largest first.
     */
    private Map<Pair, Double> pairs(SystemScores system) {
        ClassCounts test = study.evaluation().test().counts();
        Map<Pair, Double> shares = new HashMap<>();
        for (Result run : system.runs()) {
            Predictions predictions = run.predictions();
            for (int i = 0; i < predictions.size(); i++) {
                Pair pair = new Pair(truth(predictions, i), predicted(predictions, i));
                if (thirds.get(pair.truth()) == Group.TAIL && thirds.get(pair.predicted()) == Group.HEAD) {
                    double all = (double) test.count(predictions.truth(i))
                            * system.runs().size();
                    shares.merge(pair, 1 / all, Double::sum);
                }
            }
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.<Pair, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().truth())
                        .thenComparing(entry -> entry.getKey().predicted()))
                .limit(PAIRS)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static String truth(Predictions predictions, int instance) {
        return predictions.labels().get(predictions.truth(instance));
    }

    private static String predicted(Predictions predictions, int instance) {
        return predictions.labels().get(predictions.predicted(instance));
    }

    private Element table(Map<Pair, Double> pairs) {
        List<List<String>> columns = List.of(
                titled("class"), titled("taken for"), titled("trained on"), titled("against"), titled("of its texts"));
        pairs.forEach((pair, share) -> {
            columns.get(0).add(Words.cut(pair.truth(), 40));
            columns.get(1).add(Words.cut(pair.predicted(), 40));
            columns.get(2).add(trainedOn(pair.truth()));
            columns.get(3).add(trainedOn(pair.predicted()));
            columns.get(4).add(percent(share));
        });
        return HtmlTable.of(columns, 2);
    }

    private static List<String> titled(String title) {
        return new ArrayList<>(List.of(title));
    }

    private String trainedOn(String label) {
        ClassCounts training = study.evaluation().training();
        return Long.toString(training.count(training.labels().indexOf(label)));
    }
}
