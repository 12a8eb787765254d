package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.ClassScores;
import io.github.bkd4j.evaluate.Difference;
import io.github.bkd4j.evaluate.Interval;
import io.github.bkd4j.evaluate.MultiLabelComparison;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.MultiLabelResult;
import io.github.bkd4j.evaluate.MultiLabelScores;
import io.github.bkd4j.evaluate.MultiLabelSystemScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of an evaluation of label sets as columns, each a title and its cells. */
final class MultiLabelTables {

    static final String DIFFERENCES = "difference of the means over the seeds (95% interval); p of macro-F1; "
            + "* beyond chance: p < 0.05 by approximate randomisation over the test texts, Holm-corrected over the rows";

    private static final String TIMES = "train s";
    private static final int LABEL = 60; // characters

    private MultiLabelTables() {}

    /** One row per system. */
    static List<List<String>> systems(List<MultiLabelSystemScores> systems) {
        List<List<String>> columns = new ArrayList<>();
        columns.add(column("system", systems, MultiLabelSystemScores::system));
        columns.add(column("micro-F1 (95%)", systems, system -> Figures.shareWithInterval(system.microF1())));
        columns.add(column("macro-F1 (95%)", systems, system -> Figures.shareWithInterval(system.macroF1())));
        for (Group group : Group.values()) {
            columns.add(column(group.toString(), systems, system -> share(system.f1(group))));
        }
        columns.add(column("macro AP", systems, system -> mean(system, MultiLabelScores::macroAveragePrecision)));
        columns.add(column("accuracy", systems, system -> mean(system, MultiLabelScores::subsetAccuracy)));
        columns.add(column(TIMES, systems, system -> known(system.trainSeconds(), Figures::seconds)));
        columns.add(column("parameters", systems, system -> known(system.parameters(), Figures::magnitude)));
        return withoutUnknown(columns);
    }

    private static <T> List<String> column(String title, List<T> rows, Function<T, String> cell) {
        return Stream.concat(Stream.of(title), rows.stream().map(cell)).toList();
    }

    /** A table of systems or of figures without the clock. */
    static List<List<String>> withoutTimes(List<List<String>> columns) {
        int row = columns.get(0).indexOf(TIMES);
        return columns.stream()
                .filter(lines -> !lines.get(0).equals(TIMES))
                .map(lines -> IntStream.range(0, lines.size())
                        .filter(i -> i != row)
                        .mapToObj(lines::get)
                        .toList())
                .toList();
    }

    private static String share(Optional<Interval> interval) {
        return interval.map(known -> Figures.share(known.estimate())).orElse(Figures.UNKNOWN);
    }

    private static String mean(MultiLabelSystemScores system, ToDoubleFunction<MultiLabelScores> figure) {
        return Figures.share(system.mean(run -> figure.applyAsDouble(run.scores())));
    }

    private static String known(OptionalDouble value, Function<Double, String> format) {
        return value.isPresent() ? format.apply(value.getAsDouble()) : Figures.UNKNOWN;
    }

    private static List<List<String>> withoutUnknown(List<List<String>> columns) {
        return columns.stream()
                .filter(lines -> lines.size() == 1 || !lines.stream().skip(1).allMatch(Figures.UNKNOWN::equals))
                .toList();
    }

    /** What the intervals are, and how many runs the means are of. */
    static String footnote(List<MultiLabelSystemScores> systems) {
        return ResultsTable.means(
                        systems,
                        MultiLabelSystemScores::system,
                        system -> system.runs().size())
                + "95% confidence interval of the true value; accuracy: all labels of a text right";
    }

    /** Every figure of one system, one below the other. */
    static List<List<String>> figures(MultiLabelSystemScores system) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", system.system(), "95% interval"));
        rows.add(row("micro-F1", system.microF1()));
        rows.add(row("macro-F1", system.macroF1()));
        for (Group group : Group.values()) {
            system.f1(group).ifPresent(f1 -> rows.add(row(group.toString(), f1)));
        }
        rows.add(row("macro average precision", mean(system, MultiLabelScores::macroAveragePrecision)));
        for (int k : MultiLabelScores.DEPTHS) {
            rows.add(row(
                    "precision at " + k,
                    mean(system, scores -> scores.precisionAt().getOrDefault(k, 0.0))));
        }
        for (int k : MultiLabelScores.DEPTHS) {
            rows.add(row(
                    "recall at " + k, mean(system, scores -> scores.recallAt().getOrDefault(k, 0.0))));
        }
        rows.add(row("accuracy (all labels of a text)", mean(system, MultiLabelScores::subsetAccuracy)));
        rows.add(row(
                "Hamming loss",
                String.format(
                        Locale.ROOT, "%.4f", system.mean(run -> run.scores().hammingLoss()))));
        rows.add(row("label ranking AP", mean(system, MultiLabelScores::labelRankingAveragePrecision)));
        system.trainSeconds().ifPresent(seconds -> rows.add(row(TIMES, Figures.seconds(seconds))));
        system.parameters().ifPresent(parameters -> rows.add(row("parameters", Figures.magnitude(parameters))));
        return IntStream.range(0, 3)
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList())
                .toList();
    }

    private static List<String> row(String name, Interval interval) {
        return List.of(name, Figures.share(interval.estimate()), Figures.interval(interval));
    }

    private static List<String> row(String name, String value) {
        return List.of(name, value, "");
    }

    /** One row per rival. */
    static List<List<String>> differences(List<MultiLabelComparison> comparisons) {
        String system = comparisons.stream()
                .map(MultiLabelComparison::system)
                .findFirst()
                .orElse("system");
        return withoutUnknown(List.of(
                column(system + " against", comparisons, MultiLabelComparison::rival),
                column("macro-F1", comparisons, rival -> Figures.difference(rival.macroF1())),
                column("p", comparisons, rival -> Figures.pValue(rival.macroF1().pValue())),
                column("head", comparisons, rival -> difference(rival.group(Group.HEAD))),
                column("tail", comparisons, rival -> difference(rival.group(Group.TAIL))),
                column("micro-F1", comparisons, rival -> Figures.difference(rival.microF1()))));
    }

    private static String difference(Optional<Difference> difference) {
        return difference.map(Figures::difference).orElse(Figures.UNKNOWN);
    }

    /** One row per label of the training split, the most common first: texts, and F1 of each system. */
    static List<List<String>> labels(MultiLabelEvaluation<?> evaluation) {
        List<Integer> ranking = evaluation.training().ranking();
        List<String> names = evaluation.training().labels();
        List<List<String>> columns = new ArrayList<>(List.of(
                column("label", ranking, label -> Words.cut(names.get(label), LABEL)),
                column(
                        "training texts",
                        ranking,
                        label -> Long.toString(evaluation.training().count(label))),
                column("test texts", ranking, label -> testTexts(evaluation, names.get(label)))));
        for (String system : evaluation.systems()) {
            List<MultiLabelResult> runs = evaluation.results().stream()
                    .filter(run -> run.system().equals(system))
                    .toList();
            columns.add(column(system, ranking, label -> f1(runs, names.get(label))));
        }
        return columns;
    }

    private static String testTexts(MultiLabelEvaluation<?> evaluation, String label) {
        ClassScores scores = evaluation.results().get(0).scores().labels().get(label);
        return scores == null ? "0" : Integer.toString(scores.instances());
    }

    private static String f1(List<MultiLabelResult> runs, String label) {
        double[] f1s = runs.stream()
                .map(run -> run.scores().labels().get(label))
                .filter(scores -> scores != null)
                .mapToDouble(ClassScores::f1)
                .toArray();
        return f1s.length == 0
                ? Figures.UNKNOWN
                : Figures.share(Arrays.stream(f1s).average().orElseThrow());
    }
}
