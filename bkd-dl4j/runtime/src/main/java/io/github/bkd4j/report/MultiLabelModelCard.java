package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.ClassScores;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.MultiLabelSystemScores;
import io.github.bkd4j.evaluate.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a model of several labels per text is for, what it was made from and what it is worth, as Markdown; see
 * {@link ModelCard}.
 *
 * @param name of the model
 * @param evaluation of a test set, with at least one result
 * @param system name of the model in the evaluation
 * @param thresholds of the model
 * @param provenance names and values: settings, seed, fingerprint, version
 */
public record MultiLabelModelCard(
        String name,
        MultiLabelEvaluation<?> evaluation,
        String system,
        Thresholds thresholds,
        SortedMap<String, String> provenance) {

    private static final String USE = """
            For texts like those it was trained on: same language, same kind, same labels. A text has the labels whose
            probability reaches their threshold, which may be none. A label of few training or test texts is known by
            few examples: look at its row before you rely on it. Where an answer decides over people, let one of them
            look at it.""";

    /**
     * Checks that the model was evaluated.
     *
     * @param name see {@link MultiLabelModelCard}
     * @param evaluation see {@link MultiLabelModelCard}
     * @param system see {@link MultiLabelModelCard}
     * @param thresholds see {@link MultiLabelModelCard}
     * @param provenance see {@link MultiLabelModelCard}
     * @throws IllegalArgumentException if the evaluation has no such system
     */
    public MultiLabelModelCard {
        evaluation.system(system);
        provenance = new TreeMap<>(provenance);
    }

    /**
     * The card. The same model on the same test set has the same card: how long training took is not in it.
     *
     * @return Markdown that ends in a line break
     */
    public String markdown() {
        MultiLabelSystemScores scores = evaluation.system(system);
        List<MultiLabelSystemScores> systems =
                evaluation.systems().stream().map(evaluation::system).toList();
        return String.join(
                        "\n\n",
                        List.of(
                                "# " + ModelCard.safe(name),
                                "A classifier of texts that gives each any number of "
                                        + training().classes()
                                        + " labels, made by bkd (balanced knowledge distillation).",
                                "## Intended use",
                                USE,
                                "## Data",
                                data(),
                                "## Figures",
                                MarkdownTable.of(MultiLabelTables.withoutTimes(MultiLabelTables.figures(scores))),
                                MarkdownTable.of(MultiLabelTables.withoutTimes(MultiLabelTables.systems(systems))),
                                MultiLabelTables.footnote(systems),
                                ModelCard.warnings(evaluation.warnings()),
                                "## Labels",
                                MarkdownTable.of(labels(scores)),
                                "## Provenance",
                                ModelCard.list(provenance)))
                + "\n";
    }

    private ClassCounts training() {
        return evaluation.training();
    }

    private String data() {
        ShotGroups groups = ShotGroups.of(training());
        return String.format(
                Locale.ROOT,
                "Trained on %d labels, which %,d times are given to a text, imbalance factor %.1f; labels of more than "
                        + "100 texts: %d, of 20 to 100: %d, of fewer: %d. Scored on %,d other texts.",
                training().classes(),
                training().total(),
                training().imbalanceFactor(),
                groups.classes(Group.MANY).size(),
                groups.classes(Group.MEDIUM).size(),
                groups.classes(Group.FEW).size(),
                evaluation.test().size());
    }

    private List<List<String>> labels(MultiLabelSystemScores scores) {
        return List.of(
                column("label", label -> ModelCard.label(training().labels().get(label))),
                column("training texts", label -> Long.toString(training().count(label))),
                column("threshold", label -> threshold(training().labels().get(label))),
                column("test texts", label -> figure(scores, label, counts -> Integer.toString(counts.instances()))),
                column("precision", label -> figure(scores, label, counts -> Figures.share(counts.precision()))),
                column("recall", label -> figure(scores, label, counts -> Figures.share(counts.recall()))),
                column("F1", label -> figure(scores, label, counts -> Figures.share(counts.f1()))));
    }

    private List<String> column(String title, Function<Integer, String> cell) {
        return Stream.concat(Stream.of(title), training().ranking().stream().map(cell))
                .toList();
    }

    private String threshold(String label) {
        int position = thresholds.labels().indexOf(label);
        return position < 0
                ? Figures.UNKNOWN
                : String.format(Locale.ROOT, "%.2f", thresholds.values().get(position));
    }

    private String figure(MultiLabelSystemScores scores, int label, Function<ClassScores, String> figure) {
        ClassScores counts =
                scores.runs().get(0).scores().labels().get(training().labels().get(label));
        return counts == null ? Figures.UNKNOWN : figure.apply(counts);
    }
}
