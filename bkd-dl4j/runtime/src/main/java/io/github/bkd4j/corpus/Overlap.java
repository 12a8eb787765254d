package io.github.bkd4j.corpus;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What training has seen of texts that are held out, and which classes only one of the two has. Texts are the same if
 * they differ in white space and Unicode normal form alone; near-duplicates have the same words, in whatever order,
 * number and case.
 *
 * @param heldOut the texts that are held out
 * @param same those of them that are in training too, in their order
 * @param near those of them that are not but have a near-duplicate there, in their order
 * @param unseenLabels labels of theirs that no training text has, in the order of labels
 * @param trainingLabels labels that training texts have, those with the most texts first
 */
public record Overlap(
        Corpus<String> heldOut,
        List<Seen> same,
        List<Seen> near,
        List<String> unseenLabels,
        List<String> trainingLabels) {

    /**
     * A text that training has seen.
     *
     * @param row its position among those held out
     * @param trainingRow the position in training of the first text that it is the same as, or nearly so
     * @param sameLabel whether training has it under the label that it has here
     */
    public record Seen(int row, int trainingRow, boolean sameLabel) {}

    /**
     * Copies the lists.
     *
     * @param heldOut see {@link Overlap}
     * @param same see {@link Overlap}
     * @param near see {@link Overlap}
     * @param unseenLabels see {@link Overlap}
     * @param trainingLabels see {@link Overlap}
     */
    public Overlap {
        same = List.copyOf(same);
        near = List.copyOf(near);
        unseenLabels = List.copyOf(unseenLabels);
        trainingLabels = List.copyOf(trainingLabels);
    }

    /**
     * Classes that figures on the held-out texts say nothing of.
     *
     * @return labels that training texts have and no held-out text has, those with the most training texts first
     */
    public List<String> untestedLabels() {
        ClassCounts counts = heldOut.counts();
        Set<String> tested = IntStream.range(0, counts.classes())
                .filter(c -> counts.count(c) > 0)
                .mapToObj(counts.labels()::get)
                .collect(Collectors.toSet());
        return trainingLabels.stream().filter(label -> !tested.contains(label)).toList();
    }

    /**
     * Texts that training has under other labels alone.
     *
     * @return number of those in {@link #same()}
     */
    public long contradicted() {
        return same.stream().filter(seen -> !seen.sameLabel()).count();
    }

    /**
     * What is worth a warning; nothing if no text is held out.
     *
     * @param part what the texts are held out for: {@code "test"}
     * @return one sentence per kind of trouble, each without a full stop
     */
    public List<String> warnings(String part) {
        return Stream.of(
                        CorpusSentences.ofUnseenLabels(part, unseenLabels),
                        CorpusSentences.ofUntestedLabels(part, this),
                        CorpusSentences.ofSeen(part, this))
                .flatMap(Optional::stream)
                .toList();
    }
}
