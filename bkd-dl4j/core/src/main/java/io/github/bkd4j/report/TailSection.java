package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Confusion;
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
import java.util.stream.Stream;

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
        for (Group third : List.of(Group.HEAD, Group.MIDDLE, Group.TAIL)) {
            groups.classes(third).forEach(c -> thirds.put(training.labels().get(c), third));
        }
    }

    List<Element> content() {
        List<Element> content = new ArrayList<>();
        content.add(legend());
        study.systems().forEach(system -> content.add(flow(system)));
        List<Pair> pairs = pairs(study.evaluation().system(study.system()));
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
                String truth = predictions.labels().get(predictions.truth(i));
                if (thirds.get(truth) == Group.TAIL) {
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
        Group third = thirds.get(predictions.labels().get(predictions.predicted(instance)));
        if (predictions.isRight(instance)) {
            return "right";
        }
        return third == null ? "elsewhere" : third.toString();
    }

    private static Element part(String fate, double share) {
        String percent = String.format(Locale.ROOT, "%.0f%%", 100 * share);
        return Element.of("span", "part " + fate)
                .with("style", "width:" + Element.number(100 * share) + "%")
                .with("title", TOLD.get(FATES.indexOf(fate)) + ": " + percent)
                .text(share < 0.05 ? "" : percent);
    }

    /** Test instances of one class that were taken for another, mean over the runs. */
    private record Pair(String truth, String predicted, double instances, double share) {}

    private List<Pair> pairs(SystemScores system) {
        ClassCounts test = study.evaluation().test().counts();
        List<Confusion> runs =
                system.runs().stream().map(run -> run.predictions().confusion()).toList();
        return thirds.keySet().stream()
                .filter(truth ->
                        thirds.get(truth) == Group.TAIL && test.labels().contains(truth))
                .flatMap(truth -> thirds.keySet().stream()
                        .filter(predicted -> thirds.get(predicted) == Group.HEAD)
                        .flatMap(predicted -> pair(truth, predicted, runs, test)))
                .sorted(Comparator.comparingDouble((Pair pair) -> -pair.share())
                        .thenComparing(Pair::truth)
                        .thenComparing(Pair::predicted))
                .limit(PAIRS)
                .toList();
    }

    private static Stream<Pair> pair(String truth, String predicted, List<Confusion> runs, ClassCounts test) {
        double instances = runs.stream()
                .mapToInt(run -> count(run, truth, predicted))
                .average()
                .orElseThrow();
        double all = test.count(test.labels().indexOf(truth));
        return instances == 0 ? Stream.empty() : Stream.of(new Pair(truth, predicted, instances, instances / all));
    }

    private static int count(Confusion run, String truth, String predicted) {
        int column = run.labels().indexOf(predicted);
        return column < 0 ? 0 : run.count(run.labels().indexOf(truth), column);
    }

    private Element table(List<Pair> pairs) {
        List<List<String>> columns = List.of(
                titled("class"), titled("taken for"), titled("trained on"), titled("against"), titled("of its texts"));
        for (Pair pair : pairs) {
            columns.get(0).add(Words.cut(pair.truth(), 40));
            columns.get(1).add(Words.cut(pair.predicted(), 40));
            columns.get(2).add(trainedOn(pair.truth()));
            columns.get(3).add(trainedOn(pair.predicted()));
            columns.get(4).add(String.format(Locale.ROOT, "%.0f%%", 100 * pair.share()));
        }
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
