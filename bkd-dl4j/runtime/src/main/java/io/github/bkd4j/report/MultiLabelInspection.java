package io.github.bkd4j.report;

import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.CorpusCheck;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.Overlap;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Checks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Statistics of a corpus with sets of labels before training: how many labels a text has, how unevenly labels occur,
 * alone and beside each other, and defects of the texts. Immutable.
 *
 * <pre>{@code
 * MultiLabelInspection inspection =
 *         MultiLabelInspection.of(training, Tokenizer.standard().words()).against(test);
 * System.out.println(inspection.table());
 * }</pre>
 */
public final class MultiLabelInspection {

    private static final int LABEL = 60; // characters of a label in a table
    private static final int PAIRS = 10;
    private static final int NAMED = 5; // labels in a warning

    private final MultiLabelCorpus<String> training;
    private final Function<String, List<String>> words;
    private final Optional<MultiLabelCorpus<String>> test;
    private final ClassCounts counts;
    private final ShotGroups groups;
    private final LabelImbalance imbalance;

    private MultiLabelInspection(
            MultiLabelCorpus<String> training,
            Function<String, List<String>> words,
            Optional<MultiLabelCorpus<String>> test) {
        this.training = training;
        this.words = words;
        this.test = test;
        this.counts = training.counts();
        this.groups = ShotGroups.of(counts);
        this.imbalance = new LabelImbalance(training);
    }

    /**
     * Inspects a training set.
     *
     * @param training at least one text
     * @param words cuts a text into words
     * @return the inspection
     * @throws IllegalArgumentException if there is no text
     */
    public static MultiLabelInspection of(MultiLabelCorpus<String> training, Function<String, List<String>> words) {
        Checks.require(training.size() > 0, "corpus must have at least one text but had none");
        return new MultiLabelInspection(training, words, Optional.empty());
    }

    /**
     * Adds the test set, and its overlap with training.
     *
     * @param other texts that are kept for the end
     * @return an inspection of both
     */
    public MultiLabelInspection against(MultiLabelCorpus<String> other) {
        return new MultiLabelInspection(training, words, Optional.of(other));
    }

    /**
     * Everything in lines for a console: two sentences, a Markdown table of facts, what is wrong with the labels, the
     * labels that occur together most, and a table of the labels, the most common first.
     *
     * @return lines without a line break at the end
     */
    public String table() {
        String found = warnings().stream().map(warning -> warning + "\n").collect(Collectors.joining());
        return summary() + "\n" + shots() + "\n\n" + MarkdownTable.of(Inspection.columns(facts())) + "\n\n"
                + (found.isEmpty() ? "" : found + "\n")
                + (imbalance.pairs().isEmpty() ? "" : MarkdownTable.of(pairs()) + "\n\n")
                + MarkdownTable.of(labels());
    }

    /**
     * What is wrong with the labels.
     *
     * @return one sentence per kind of trouble, each without a full stop
     */
    public List<String> warnings() {
        return Stream.of(
                        naming("labels that no training text has: ", label -> counts.count(label) == 0),
                        naming(
                                "labels that every training text has: ",
                                label -> counts.count(label) == training.size()),
                        test.flatMap(its -> unseen(its.counts())),
                        test.flatMap(its -> untested(its.counts())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> naming(String sentence, IntPredicate meant) {
        return list(
                sentence,
                IntStream.range(0, counts.classes())
                        .filter(meant)
                        .mapToObj(counts.labels()::get)
                        .toList());
    }

    private Optional<String> unseen(ClassCounts inTest) {
        return list(
                "test labels that training lacks: ",
                IntStream.range(0, inTest.classes())
                        .filter(label -> inTest.count(label) > 0)
                        .mapToObj(inTest.labels()::get)
                        .filter(label -> Inspection.count(counts, label) == 0)
                        .toList());
    }

    private Optional<String> untested(ClassCounts inTest) {
        return naming(
                "training labels without a test text: ",
                label -> counts.count(label) > 0
                        && Inspection.count(inTest, counts.labels().get(label)) == 0);
    }

    private static Optional<String> list(String sentence, List<String> labels) {
        String named =
                labels.stream().limit(NAMED).map(label -> "'" + label + "'").collect(Collectors.joining(", "));
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        sentence + named + (labels.size() <= NAMED ? "" : " and " + (labels.size() - NAMED) + " more"));
    }

    /**
     * Writes one HTML file that needs nothing else.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeHtml(Path file) {
        String page = new Page("bkd inspect")
                .lead(summary() + ".")
                .warnings(warnings())
                .facts("Texts and labels", facts())
                .section("Lengths", "Training texts by number of words.", InspectionPage.lengths(facts(training)))
                .section(
                        "Labels that occur together",
                        "Those with the most texts in common.",
                        imbalance.pairs().isEmpty() ? List.of() : List.of(HtmlTable.of(pairs(), 2)))
                .section("Every label", shots() + ".", List.of(HtmlTable.of(labels())))
                .toString();
        AtomicFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private TextFacts facts(MultiLabelCorpus<String> corpus) {
        return new TextFacts(corpus.instances(), words);
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%,d texts, %d labels, %.2f labels per text, imbalance factor %.1f (the most common label over the rarest)",
                training.size(),
                counts.classes(),
                cardinality(),
                counts.imbalanceFactor());
    }

    private double cardinality() {
        return counts.total() / (double) training.size();
    }

    private String shots() {
        return Inspection.shots("labels", groups);
    }

    /** Names and values. */
    private Map<String, String> facts() {
        TextFacts own = facts(training);
        int[] sizes = IntStream.range(0, training.size())
                .map(row -> training.labelsOf(row).length)
                .toArray();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "without a label",
                counted(IntStream.of(sizes).filter(size -> size == 0).count()));
        facts.put(
                "with one label",
                counted(IntStream.of(sizes).filter(size -> size == 1).count()));
        facts.put(
                "most labels of a text",
                Integer.toString(IntStream.of(sizes).max().orElse(0)));
        facts.put(
                "different label sets",
                String.format(Locale.ROOT, "%,d", training.powerset().labels().size()));
        facts.put("labels per text over labels (density)", decimal(cardinality() / counts.classes()));
        facts.put("imbalance ratio per label, mean (MeanIR)", decimal(imbalance.meanRatio()));
        facts.put("the same, deviation over mean (CVIR)", decimal(imbalance.variationOfRatios()));
        facts.put("rare labels beside common ones (SCUMBLE)", decimal(imbalance.concurrence()));
        CorpusCheck check = CorpusCheck.of(training.powerset());
        facts.put("duplicate texts", counted(check.duplicates()));
        facts.put(
                "equal texts with different labels",
                Integer.toString(check.severalLabels().size()));
        facts.put("words per text", Inspection.lengths(own));
        facts.put(
                "vocabulary",
                String.format(Locale.ROOT, "%,d words, %,d of them once", own.vocabulary(), own.wordsThatOccurOnce()));
        test.ifPresent(other -> ofTest(facts, check, other, own));
        return facts;
    }

    private String counted(long texts) {
        return Inspection.counted((int) texts, training.size());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private void ofTest(Map<String, String> facts, CorpusCheck check, MultiLabelCorpus<String> other, TextFacts own) {
        Overlap overlap = check.against(other.powerset());
        TextFacts ofTest = facts(other);
        facts.put("test texts", String.format(Locale.ROOT, "%,d", other.size()));
        facts.put("labels per test text", decimal(other.counts().total() / (double) other.size()));
        facts.put(
                "test texts that are in training",
                Inspection.counted(overlap.same().size(), other.size()));
        facts.put("of these with other labels", Long.toString(overlap.contradicted()));
        facts.put("test words that training knows", String.format(Locale.ROOT, "%.1f%%", 100 * ofTest.coveredBy(own)));
    }

    /** Columns of the labels that occur together most. */
    private List<List<String>> pairs() {
        List<LabelImbalance.Pair> pairs =
                imbalance.pairs().stream().limit(PAIRS).toList();
        return List.of(
                Inspection.column("label", pairs, pair -> name(pair.label())),
                Inspection.column("and", pairs, pair -> name(pair.other())),
                Inspection.column("texts", pairs, pair -> Integer.toString(pair.texts())),
                Inspection.column(
                        "of those of the rarer",
                        pairs,
                        pair -> decimal(pair.texts()
                                / (double) Math.min(counts.count(pair.label()), counts.count(pair.other())))));
    }

    private String name(int label) {
        return Words.cut(counts.labels().get(label), LABEL);
    }

    /** Columns, each a title and its cells, the most common label first. */
    private List<List<String>> labels() {
        List<List<String>> columns = new ArrayList<>(List.of(
                column("label", this::name),
                column("texts", label -> Long.toString(counts.count(label))),
                column("alone", label -> Integer.toString(imbalance.alone(label))),
                column(
                        "imbalance ratio",
                        label -> counts.count(label) == 0
                                ? "-"
                                : String.format(Locale.ROOT, "%.1f", imbalance.ratio(label))),
                column("shots", label -> Inspection.groupOf(groups, Partition.SHOTS, label)),
                column("third", label -> Inspection.groupOf(groups, Partition.THIRDS, label))));
        test.map(MultiLabelCorpus::counts)
                .ifPresent(inTest -> columns.add(column(
                        "test",
                        label -> Long.toString(
                                Inspection.count(inTest, counts.labels().get(label))))));
        return columns;
    }

    private List<String> column(String title, IntFunction<String> cell) {
        return Inspection.column(title, counts.ranking(), cell::apply);
    }
}
