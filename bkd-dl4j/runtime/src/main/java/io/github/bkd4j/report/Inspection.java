package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusCheck;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statistics of a corpus of texts before training: its imbalance, and defects of its texts. Immutable.
 *
 * <pre>{@code
 * Inspection inspection = Inspection.of(training, Tokenizer.standard().words()).against(test);
 * System.out.println(inspection.table());
 * inspection.writeHtml(Path.of("inspection.html"));
 * }</pre>
 */
public final class Inspection {

    private static final int LABEL = 60; // characters of a label in a table

    private final Corpus<String> training;
    private final Function<String, List<String>> words;
    private final Optional<Corpus<String>> test;
    private final ShotGroups groups;
    private final CorpusCheck check;

    private Inspection(Corpus<String> training, Function<String, List<String>> words, Optional<Corpus<String>> test) {
        this.training = training;
        this.words = words;
        this.test = test;
        this.groups = ShotGroups.of(training.counts());
        this.check = CorpusCheck.of(training);
    }

    /**
     * Inspects a training set.
     *
     * @param training at least one text
     * @param words cuts a text into words
     * @return the inspection
     * @throws IllegalArgumentException if there is no text
     */
    public static Inspection of(Corpus<String> training, Function<String, List<String>> words) {
        Checks.require(training.size() > 0, "corpus must have at least one text but had none");
        return new Inspection(training, words, Optional.empty());
    }

    /**
     * Adds the test set, and its overlap with training.
     *
     * @param other texts that are kept for the end
     * @return an inspection of both
     */
    public Inspection against(Corpus<String> other) {
        return new Inspection(training, words, Optional.of(other));
    }

    /**
     * Everything in lines for a console: two sentences, a Markdown table of facts, what is wrong with the labels and
     * texts, and a table of the classes, the largest first.
     *
     * @return lines without a line break at the end
     */
    public String table() {
        String found = warnings().stream().map(warning -> warning + "\n").collect(Collectors.joining());
        return summary() + "\n" + shots() + "\n\n" + MarkdownTable.of(columns(facts())) + "\n\n"
                + (found.isEmpty() ? "" : found + "\n") + MarkdownTable.of(classes());
    }

    /**
     * What is wrong with the labels and texts, with examples.
     *
     * @return one sentence per kind of trouble, each without a full stop
     */
    public List<String> warnings() {
        return Stream.of(
                        onlyClass(),
                        check.warnings(),
                        overlap().map(its -> its.warnings("test")).orElse(List.of()))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> onlyClass() {
        return training.counts().classes() > 1
                ? List.of()
                : List.of("there is nothing to learn from one class alone; is it the right column?");
    }

    /**
     * Writes one HTML file that needs nothing else, with plots of the class sizes and of the lengths, and with examples
     * of what is wrong.
     *
     * @param file where to; an existing file is replaced, folders are made
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void writeHtml(Path file) {
        AtomicFile.write(file, out -> out.write(InspectionPage.of(this).getBytes(StandardCharsets.UTF_8)));
    }

    Corpus<String> training() {
        return training;
    }

    Optional<Corpus<String>> test() {
        return test;
    }

    CorpusCheck check() {
        return check;
    }

    Optional<Overlap> overlap() {
        return test.map(check::against);
    }

    TextFacts facts(Corpus<String> corpus) {
        return new TextFacts(corpus.instances(), words);
    }

    String summary() {
        ClassCounts counts = training.counts();
        return String.format(
                Locale.ROOT,
                "%s, %s, imbalance factor %.1f (the largest class over the smallest)",
                number(counts.total(), "text", "texts"),
                number(counts.classes(), "class", "classes"),
                counts.imbalanceFactor());
    }

    private static String number(long count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }

    String shots() {
        return shots("classes", groups);
    }

    static String shots(String classes, ShotGroups groups) {
        return Partition.SHOTS.groups().stream()
                .map(group -> groups.classes(group).size() + " " + group)
                .collect(Collectors.joining(
                        ", ", classes + " by number of texts (many > 100, medium 20-100, few < 20): ", ""));
    }

    /** Names and values. */
    Map<String, String> facts() {
        TextFacts own = facts(training);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("duplicate texts", counted(check.duplicates(), training.size()));
        facts.put(
                "texts with several labels",
                Integer.toString(check.severalLabels().size()));
        facts.put("words per text", lengths(own));
        facts.put(
                "vocabulary",
                String.format(Locale.ROOT, "%,d words, %,d of them once", own.vocabulary(), own.wordsThatOccurOnce()));
        overlap().ifPresent(overlap -> ofTest(facts, overlap, own));
        return facts;
    }

    private void ofTest(Map<String, String> facts, Overlap overlap, TextFacts own) {
        int texts = overlap.heldOut().size();
        TextFacts test = facts(overlap.heldOut());
        facts.put("test texts", String.format(Locale.ROOT, "%,d", texts));
        facts.put("test texts that are in training", counted(overlap.same().size(), texts));
        facts.put("of these with another label", Long.toString(overlap.contradicted()));
        facts.put(
                "test texts with the words of one in training",
                counted(overlap.near().size(), texts));
        facts.put(
                "test classes that training lacks",
                Integer.toString(overlap.unseenLabels().size()));
        facts.put(
                "training classes without a test text",
                Integer.toString(overlap.untestedLabels().size()));
        facts.put("words per test text", lengths(test));
        facts.put("test words that training knows", String.format(Locale.ROOT, "%.1f%%", 100 * test.coveredBy(own)));
    }

    static String counted(int part, int whole) {
        return String.format(Locale.ROOT, "%,d (%.1f%%)", part, whole == 0 ? 0 : 100.0 * part / whole);
    }

    static String lengths(TextFacts facts) {
        return "median " + facts.length(0.5) + ", 95% at most " + facts.length(0.95) + ", longest " + facts.length(1);
    }

    static List<List<String>> columns(Map<String, String> facts) {
        return List.of(
                Stream.concat(Stream.of("texts"), facts.keySet().stream()).toList(),
                Stream.concat(Stream.of(""), facts.values().stream()).toList());
    }

    /** Columns, each a title and its cells, the largest class first. */
    List<List<String>> classes() {
        ClassCounts counts = training.counts();
        List<List<String>> columns = new ArrayList<>(List.of(
                column("class", c -> Words.cut(counts.labels().get(c), LABEL)),
                column("texts", c -> Long.toString(counts.count(c))),
                column("shots", c -> groupOf(Partition.SHOTS, c)),
                column("third", c -> groupOf(Partition.THIRDS, c))));
        test.map(Corpus::counts)
                .ifPresent(inTest -> columns.add(column(
                        "test", c -> Long.toString(count(inTest, counts.labels().get(c))))));
        return columns;
    }

    static long count(ClassCounts counts, String label) {
        int position = counts.labels().indexOf(label);
        return position < 0 ? 0 : counts.count(position);
    }

    private List<String> column(String title, Function<Integer, String> cell) {
        return column(title, training.counts().ranking(), cell);
    }

    static <T> List<String> column(String title, List<T> rows, Function<T, String> cell) {
        return Stream.concat(Stream.of(title), rows.stream().map(cell)).toList();
    }

    Optional<Group> third(int c) {
        return group(groups, Partition.THIRDS, c);
    }

    private String groupOf(Partition among, int c) {
        return groupOf(groups, among, c);
    }

    static String groupOf(ShotGroups groups, Partition among, int c) {
        return group(groups, among, c).map(Group::toString).orElse("-");
    }

    private static Optional<Group> group(ShotGroups groups, Partition among, int c) {
        return among.groups().stream()
                .filter(group -> groups.classes(group).contains(c))
                .findFirst();
    }
}
