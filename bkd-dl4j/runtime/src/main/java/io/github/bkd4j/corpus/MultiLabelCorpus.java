package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Instances with sets of labels in a fixed order, their labels in a fixed order: names sorted by code unit, positions
 * from 0. An instance may have no label. Immutable; equal to another with the same labels, instances and label sets. A
 * part of a corpus keeps the labels of the whole, so that positions agree between parts. What has exactly one class per
 * instance is a {@link Corpus}.
 *
 * <pre>{@code
 * MultiLabelCorpus<String> topics = MultiLabelCorpus.read(Path.of("topics.jsonl"));
 * MultiLabelCorpus<String> tags = MultiLabelCorpus.read(Path.of("tags.csv"), Columns.standard(), "|");
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 */
public final class MultiLabelCorpus<X> {

    private final List<String> labels;
    private final List<X> instances;
    private final int[][] labelSets; // [instances][labels of the instance], positions, ascending

    private MultiLabelCorpus(List<String> labels, List<X> instances, int[][] labelSets) {
        this.labels = labels;
        this.instances = instances;
        this.labelSets = labelSets;
    }

    /**
     * Collects instances with their labels; the labels are those that occur.
     *
     * @param <X> what is classified
     * @param rows at least one instance
     * @return a corpus in the order of {@code rows}
     * @throws CorpusException if there is no instance, or none has a label
     */
    public static <X> MultiLabelCorpus<X> of(List<MultiLabeled<X>> rows) {
        if (rows.isEmpty()) {
            throw new CorpusException("a corpus must have at least one instance but had none");
        }
        List<String> labels = rows.stream()
                .flatMap(row -> row.labels().stream())
                .distinct()
                .sorted()
                .toList();
        if (labels.isEmpty()) {
            throw new CorpusException("a corpus with label sets must have at least one label but had none");
        }
        Map<String, Integer> index = new HashMap<>();
        labels.forEach(label -> index.put(label, index.size()));
        return new MultiLabelCorpus<>(
                labels,
                rows.stream().map(MultiLabeled::instance).toList(),
                rows.stream()
                        .map(row -> row.labels().stream().mapToInt(index::get).toArray())
                        .toArray(int[][]::new));
    }

    /**
     * Reads texts with their labels from JSON Lines: an object per line, {@code labels} an array of strings, integers
     * or booleans, {@code text} a string. For the rest see {@link Corpus#read(Path)}.
     *
     * @param path a file that ends in .jsonl, also with .gz
     * @return a corpus in the order of the file
     * @throws CorpusException as {@link #read(Path, Columns, String)} does
     */
    public static MultiLabelCorpus<String> read(Path path) {
        return read(path, Columns.standard(), null);
    }

    /**
     * Reads texts with their labels. Files are those of {@link Corpus#read(Path, Columns)}, but for folders. The labels
     * of a text are an array in JSON Lines, or one field, empty for no label. The column {@code label} may be called
     * {@code labels}.
     *
     * @param path a file that ends in .tsv, .csv or .jsonl, each also with .gz
     * @param columns where the file has its labels and texts
     * @param separator what is between two labels of a field; null for arrays alone
     * @return a corpus in the order of the file
     * @throws CorpusException with file and line, if a label is blank or has the separator in it, if no text has a
     *     label, or as {@link Corpus#read(Path, Columns)} does
     * @throws IllegalArgumentException if the separator is empty, or has a quote, a tab or a line end in it
     */
    public static MultiLabelCorpus<String> read(Path path, Columns columns, @Nullable String separator) {
        return of(LabelSets.read(path, columns, separator));
    }

    /**
     * Tells whether a file has arrays of labels, and so is to be read by {@link #read}: JSON Lines whose first object
     * has one.
     *
     * @param path a file or a folder; it need not exist
     * @param columns where the file has its labels and texts; {@code label} may be called {@code labels}
     * @return false for any other file, which may have label sets all the same, each in one field
     */
    public static boolean isIn(Path path, Columns columns) {
        return LabelSets.in(path, columns);
    }

    /**
     * Number of instances.
     *
     * @return at least 0: only a part of a corpus can be empty
     */
    public int size() {
        return labelSets.length;
    }

    /**
     * The labels.
     *
     * @return names in their fixed order; labels without an instance in this part included
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * What is classified.
     *
     * @return the instances in their fixed order
     */
    public List<X> instances() {
        return instances;
    }

    /**
     * The labels of an instance.
     *
     * @param row position of the instance, from 0
     * @return positions in {@link #labels()}, ascending, a fresh array
     */
    public int[] labelsOf(int row) {
        return labelSets[row].clone();
    }

    /**
     * Whether an instance has a label.
     *
     * @param row position of the instance, from 0
     * @param label position in {@link #labels()}
     * @return whether its set has it
     */
    public boolean has(int row, int label) {
        return Arrays.binarySearch(labelSets[row], label) >= 0;
    }

    /**
     * Counts the instances of each label; one with several labels counts for each of them.
     *
     * @return counts in the order of {@link #labels()}, each at most {@link #size()}
     */
    public ClassCounts counts() {
        long[] counts = new long[labels.size()];
        for (int[] set : labelSets) {
            for (int label : set) {
                counts[label]++;
            }
        }
        return new ClassCounts(labels, Arrays.stream(counts).boxed().toList());
    }

    /**
     * A part of this corpus, with the labels of the whole.
     *
     * @param rows positions of the instances to keep, in the order to keep them in, {@code [kept]}
     * @return the part
     */
    public MultiLabelCorpus<X> rows(int[] rows) {
        return new MultiLabelCorpus<>(
                labels,
                IntStream.of(rows).mapToObj(instances::get).toList(),
                IntStream.of(rows).mapToObj(row -> labelSets[row]).toArray(int[][]::new));
    }

    /**
     * The same instances under the labels of another corpus, such as those that a model knows.
     *
     * @param others each once
     * @return a corpus of these labels, in their order; labels that are not among them are dropped
     */
    public MultiLabelCorpus<X> withLabels(List<String> others) {
        int[] positions = labels.stream().mapToInt(others::indexOf).toArray();
        int[][] sets = Arrays.stream(labelSets)
                .map(set -> IntStream.of(set)
                        .map(label -> positions[label])
                        .filter(label -> label >= 0)
                        .sorted()
                        .toArray())
                .toArray(int[][]::new);
        return new MultiLabelCorpus<>(List.copyOf(others), instances, sets);
    }

    /**
     * Splits by iterative stratification: each part has about its share of each label, the rarest label first (Sechidis
     * et al., On the Stratification of Multi-label Data, ECML PKDD 2011, algorithm 1). The instances keep their order.
     *
     * @param train share of the instances, &gt; 0; the shares sum to 1
     * @param validation share of the instances, &gt;= 0; 0 makes an empty part
     * @param test share of the instances, &gt;= 0; 0 makes an empty part
     * @param seed of the draw
     * @return the parts, disjoint, with the labels of the whole
     * @throws IllegalArgumentException if a share is out of range, or training would be empty
     */
    public MultiLabelSplits<X> split(double train, double validation, double test, long seed) {
        double[] shares = new Shares(train, validation, test).inOrder();
        int[] parts = IterativeStratification.parts(labelSets, labels.size(), shares, seed);
        return new MultiLabelSplits<>(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private MultiLabelCorpus<X> part(int[] parts, int part) {
        return rows(IntStream.range(0, parts.length)
                .filter(row -> parts[row] == part)
                .toArray());
    }

    /**
     * Each label set as a class of its own (the label powerset): what compares whole texts needs no more.
     *
     * @return a corpus in the same order; a class is named by its labels with " + " between them, or "(no label)"
     * @throws CorpusException if this part has no instance
     */
    public Corpus<X> powerset() {
        return Corpus.of(IntStream.range(0, size())
                .mapToObj(row -> new Labeled<>(instances.get(row), setName(labelSets[row])))
                .toList());
    }

    private String setName(int[] set) {
        return names(set).reduce((all, label) -> all + " + " + label).orElse("(no label)");
    }

    private Stream<String> names(int[] set) {
        return IntStream.of(set).mapToObj(labels::get);
    }

    /** The label sets, [instances][labels of the instance]; not to be changed. */
    int[][] labelSets() {
        return labelSets;
    }

    /**
     * Refuses a corpus that nothing can be learned from. Readers do not.
     *
     * @param what the corpus is, for the message: {@code "training data"} or a file
     * @throws CorpusException if every instance has the same labels
     */
    public void requireDifferentLabelSets(String what) {
        if (Stream.of(labelSets).allMatch(set -> Arrays.equals(set, labelSets[0]))) {
            String found = size() == 0 ? "no text" : names(labelSets[0]).toList() + " in all";
            throw new CorpusException(what + " must have texts with different labels but had " + found);
        }
    }

    /**
     * Names the content: equal for equal labels, instances and label sets in the same order.
     *
     * @return SHA-256, 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if an instance is neither text nor of settings as {@link Fingerprint} lists them
     */
    public String fingerprint() {
        return Sha256.of(IntStream.range(0, size())
                .boxed()
                .flatMap(row -> Stream.of(
                        names(labelSets[row])
                                .reduce("", (all, label) -> all + label + "\n") // no label has a line end in it
                                .getBytes(StandardCharsets.UTF_8),
                        Fingerprint.content(Objects.requireNonNull(instances.get(row))))));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MultiLabelCorpus<?> that
                && labels.equals(that.labels)
                && instances.equals(that.instances)
                && Arrays.deepEquals(labelSets, that.labelSets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(labels, instances, Arrays.deepHashCode(labelSets));
    }

    @Override
    public String toString() {
        return "MultiLabelCorpus[instances=" + size() + ", labels=" + labels.size() + "]";
    }
}
