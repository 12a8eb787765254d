package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.ClassScores;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model is for, what it was made from and what it is worth, as Markdown. Mitchell et al., Model Cards for Model
 * Reporting, FAT* 2019.
 *
 * @param name of the model
 * @param evaluation of a test set, with at least one result
 * @param system name of the model in the evaluation
 * @param provenance names and values: settings, seed, fingerprint, version
 */
public record ModelCard(String name, Evaluation<?> evaluation, String system, SortedMap<String, String> provenance) {

    private static final int LABEL = 60; // characters of a label in a table
    private static final String USE = """
            For texts like those it was trained on: same language, same kind, same classes. It answers every text with
            one of its classes, also a text that belongs to none of them. Its probabilities are as good as the
            calibration error (ECE) below says. A class of few training or test texts is known by few examples: look at
            its row before you rely on it. Where an answer decides over people, let one of them look at it.""";

    /**
     * Checks that the model was evaluated.
     *
     * @param name see {@link ModelCard}
     * @param evaluation see {@link ModelCard}
     * @param system see {@link ModelCard}
     * @param provenance see {@link ModelCard}
     * @throws IllegalArgumentException if the evaluation has no such system
     */
    public ModelCard {
        evaluation.system(system);
        provenance = new TreeMap<>(provenance);
    }

    /**
     * The card. The same model on the same test set has the same card: how long training took is not in it.
     *
     * @return Markdown that ends in a line break
     */
    public String markdown() {
        return String.join(
                        "\n\n",
                        List.of(
                                "# " + safe(name),
                                "A classifier of texts into " + training().classes()
                                        + " classes, made by bkd (balanced knowledge " + "distillation).",
                                "## Intended use",
                                USE,
                                "## Data",
                                data(),
                                "## Figures",
                                MarkdownTable.of(FiguresTable.withoutTimes(evaluation.system(system))),
                                MarkdownTable.of(ResultsTable.withoutTimes(systems())),
                                ResultsTable.footnote(systems()),
                                warnings(evaluation.warnings()),
                                "## Classes",
                                MarkdownTable.of(classes()),
                                "## Confusions",
                                MarkdownTable.of(confusions()),
                                "## Provenance",
                                list(provenance)))
                + "\n";
    }

    private ClassCounts training() {
        return evaluation.training();
    }

    private List<SystemScores> systems() {
        return evaluation.systems().stream().map(evaluation::system).toList();
    }

    private String data() {
        ShotGroups groups = ShotGroups.of(training());
        return String.format(
                Locale.ROOT,
                "Trained on %,d texts of %d classes, imbalance factor %.1f; classes of more than 100 texts: %d, of 20 to "
                        + "100: %d, of fewer: %d. Scored on %,d other texts.",
                training().total(),
                training().classes(),
                training().imbalanceFactor(),
                groups.classes(Group.MANY).size(),
                groups.classes(Group.MEDIUM).size(),
                groups.classes(Group.FEW).size(),
                evaluation.test().size());
    }

    static String warnings(List<String> warnings) {
        return warnings.isEmpty() ? "No warnings." : "Warnings: " + safe(String.join("; ", warnings)) + ".";
    }

    private List<List<String>> classes() {
        SystemScores scores = evaluation.system(system);
        return List.of(
                column("class", c -> label(training().labels().get(c))),
                column("training texts", c -> Long.toString(training().count(c))),
                column("test texts", c -> ofClass(scores, c, counts -> Integer.toString(counts.instances()))),
                column("precision", c -> ofClass(scores, c, counts -> Figures.share(counts.precision()))),
                column("recall", c -> ofClass(scores, c, counts -> Figures.share(counts.recall()))),
                column("F1", c -> ofClass(scores, c, counts -> Figures.share(counts.f1()))));
    }

    private List<List<String>> confusions() {
        return ConfusionsTable.of(evaluation.system(system).runs().get(0).predictions(), ModelCard::label);
    }

    static String label(String label) {
        return safe(Words.cut(label, LABEL));
    }

    private List<String> column(String title, Function<Integer, String> cell) {
        return Stream.concat(Stream.of(title), training().ranking().stream().map(cell))
                .toList();
    }

    private String ofClass(SystemScores scores, int c, Function<ClassScores, String> figure) {
        ClassScores counts =
                scores.runs().get(0).scores().classes().get(training().labels().get(c));
        return counts == null ? Figures.UNKNOWN : figure.apply(counts);
    }

    /** A line per name and value: some values are hundreds of characters long. */
    static String list(SortedMap<String, String> provenance) {
        return provenance.entrySet().stream()
                .map(entry -> "- " + safe(entry.getKey()) + ": " + safe(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Untrusted text in one line, without tags, links or images. */
    static String safe(String words) {
        return Words.clean(words)
                .replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("[", "\\[")
                .replace("`", "\\`");
    }
}
