package io.github.bkd4j.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Labelled instances in a fixed order, their classes in a fixed order: names sorted by code unit, positions from 0.
 * Immutable. A part of a corpus keeps the labels of the whole, so that class positions agree between parts.
 *
 * @param <X> what is classified: a {@link String} for text
 */
public final class Corpus<X> {

    private final List<String> labels;
    private final List<X> instances;
    private final int[] classes; // [instances]

    private Corpus(List<String> labels, List<X> instances, int[] classes) {
        this.labels = labels;
        this.instances = instances;
        this.classes = classes;
    }

    /**
     * Collects labelled instances; the labels are those that occur.
     *
     * @param <X> what is classified
     * @param rows at least one instance
     * @return a corpus in the order of {@code rows}
     * @throws CorpusException if there is no instance
     */
    public static <X> Corpus<X> of(List<Labeled<X>> rows) {
        if (rows.isEmpty()) {
            throw new CorpusException("a corpus must have at least one instance but had none");
        }
        List<String> labels =
                rows.stream().map(Labeled::label).distinct().sorted().toList();
        Map<String, Integer> index = new HashMap<>();
        labels.forEach(label -> index.put(label, index.size()));
        return new Corpus<>(
                labels,
                rows.stream().map(Labeled::instance).toList(),
                rows.stream().mapToInt(row -> index.get(row.label())).toArray());
    }

    /**
     * Number of instances.
     *
     * @return at least 0: only a part of a corpus can be empty
     */
    public int size() {
        return classes.length;
    }

    /**
     * The classes.
     *
     * @return names in their fixed order; classes without an instance in this part included
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
     * The class of an instance.
     *
     * @param row position of the instance, from 0
     * @return position in {@link #labels()}
     */
    public int classOf(int row) {
        return classes[row];
    }

    /**
     * The classes of all instances.
     *
     * @return positions in {@link #labels()}, {@code [instances]}, a fresh array
     */
    public int[] classes() {
        return classes.clone();
    }

    /**
     * Counts the instances of each class.
     *
     * @return counts in the order of {@link #labels()}
     */
    public ClassCounts counts() {
        long[] counts = new long[labels.size()];
        for (int c : classes) {
            counts[c]++;
        }
        return new ClassCounts(labels, Arrays.stream(counts).boxed().toList());
    }

    /**
     * A part of this corpus, with the labels of the whole.
     *
     * @param rows positions of the instances to keep, in the order to keep them in, {@code [kept]}
     * @return the part
     */
    public Corpus<X> rows(int[] rows) {
        return new Corpus<>(
                labels,
                IntStream.of(rows).mapToObj(instances::get).toList(),
                IntStream.of(rows).map(row -> classes[row]).toArray());
    }
}
