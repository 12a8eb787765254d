package io.github.bkd4j.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What may be wrong with labelled texts, known before anything is trained: labels that look alike, texts with several
 * labels, classes that only one part has, and held-out texts that training has seen. Takes time in proportion to the
 * texts. Immutable.
 *
 * <pre>{@code
 * CorpusCheck.warnings(splits).forEach(System.err::println);
 * int leaked = CorpusCheck.of(splits.train()).against(splits.test()).same().size();
 * }</pre>
 */
public final class CorpusCheck {

    private final Corpus<String> training;
    private final Texts same;
    private final Texts near;

    private CorpusCheck(Corpus<String> training) {
        this.training = training;
        this.same = new Texts(training, TextKey::same);
        this.near = new Texts(training, TextKey::words);
    }

    /**
     * Looks at what will be trained on.
     *
     * @param training labelled texts, in any number
     * @return the check
     */
    public static CorpusCheck of(Corpus<String> training) {
        return new CorpusCheck(training);
    }

    /**
     * Everything worth a warning before a training.
     *
     * @param splits training, and what is held out
     * @return one sentence per kind of trouble and split, each without a full stop
     */
    public static List<String> warnings(Splits<String> splits) {
        CorpusCheck check = of(splits.train());
        return Stream.of(
                        check.warnings(),
                        check.against(splits.validation()).warnings("validation"),
                        check.against(splits.test()).warnings("test"))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * What is worth a warning about training itself.
     *
     * @return one sentence per kind of trouble, each without a full stop
     */
    public List<String> warnings() {
        return Stream.of(CorpusSentences.ofLookAlikes(lookAlikes()), CorpusSentences.ofSeveralLabels(severalLabels()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Labels that differ only in case, white space or dashes.
     *
     * @return groups of at least two, each label with its texts; in the order of labels
     */
    public List<ClassCounts> lookAlikes() {
        ClassCounts counts = training.counts();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int c = 0; c < counts.classes(); c++) {
            if (counts.count(c) > 0) {
                groups.computeIfAbsent(TextKey.label(counts.labels().get(c)), key -> new ArrayList<>())
                        .add(c);
            }
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(group -> new ClassCounts(
                        group.stream().map(counts.labels()::get).toList(),
                        group.stream().map(counts::count).toList()))
                .toList();
    }

    /**
     * Texts that occur under more than one label: at most one of these can be learned.
     *
     * @return the first occurrence of each text, in their order, with its labels in theirs
     */
    public Map<String, Set<String>> severalLabels() {
        Map<Integer, Set<String>> byRow = new TreeMap<>();
        same.labels.forEach((key, labels) -> {
            if (labels.size() > 1) {
                byRow.put(same.firstRow(key), labels);
            }
        });
        Map<String, Set<String>> texts = new LinkedHashMap<>();
        byRow.forEach((row, labels) -> texts.put(training.instances().get(row), labels));
        return texts;
    }

    /**
     * Texts that have a copy before them, with the same label.
     *
     * @return their number
     */
    public int duplicates() {
        return training.size()
                - same.labels.values().stream().mapToInt(Set::size).sum();
    }

    /**
     * Looks at texts that are held out.
     *
     * @param heldOut validation or test texts, in any number
     * @return what training has seen of them
     */
    public Overlap against(Corpus<String> heldOut) {
        List<Overlap.Seen> equal = new ArrayList<>();
        List<Overlap.Seen> alike = new ArrayList<>();
        for (int row = 0; row < heldOut.size(); row++) {
            String text = heldOut.instances().get(row);
            String label = heldOut.labels().get(heldOut.classOf(row));
            String key = TextKey.same(text);
            String words = TextKey.words(text);
            if (same.has(key)) {
                equal.add(same.seen(row, key, label));
            } else if (near.has(words)) {
                alike.add(near.seen(row, words, label));
            }
        }
        return new Overlap(heldOut, equal, alike, unseenLabels(heldOut), trainingLabels());
    }

    private List<String> trainingLabels() {
        ClassCounts counts = training.counts();
        return counts.ranking().stream()
                .filter(c -> counts.count(c) > 0)
                .map(counts.labels()::get)
                .toList();
    }

    private List<String> unseenLabels(Corpus<String> heldOut) {
        Set<String> known = new HashSet<>();
        IntStream.of(training.classes())
                .distinct()
                .forEach(c -> known.add(training.labels().get(c)));
        return IntStream.of(heldOut.classes())
                .distinct()
                .sorted()
                .mapToObj(heldOut.labels()::get)
                .filter(label -> !known.contains(label))
                .toList();
    }

    /** Where each text occurs first, and under which labels, by what texts are compared by. */
    private static final class Texts {

        private final Map<String, Set<String>> labels = new HashMap<>();
        private final Map<String, Integer> rows = new HashMap<>();

        Texts(Corpus<String> corpus, UnaryOperator<String> key) {
            for (int row = 0; row < corpus.size(); row++) {
                String text = key.apply(corpus.instances().get(row));
                rows.putIfAbsent(text, row);
                labels.computeIfAbsent(text, its -> new TreeSet<>())
                        .add(corpus.labels().get(corpus.classOf(row)));
            }
        }

        /** An empty key says nothing. */
        boolean has(String key) {
            return !key.isEmpty() && rows.containsKey(key);
        }

        int firstRow(String key) {
            return rows.getOrDefault(key, 0);
        }

        Overlap.Seen seen(int row, String key, String label) {
            return new Overlap.Seen(
                    row, firstRow(key), labels.getOrDefault(key, Set.of()).contains(label));
        }
    }
}
