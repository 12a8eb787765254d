package io.github.bkd4j.report;

import io.github.bkd4j.corpus.Corpus;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statistics of the texts of a corpus. Texts are the same if they differ in case and white space alone. */
final class TextFacts {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Corpus<String> corpus;
    private final Map<String, Set<String>> labels = new LinkedHashMap<>(); // by text
    private final int[] lengths; // [texts], in words
    private final Map<String, Long> words; // with their occurrences

    TextFacts(Corpus<String> corpus, Function<String, List<String>> tokenizer) {
        this.corpus = corpus;
        for (int i = 0; i < corpus.size(); i++) {
            labels.computeIfAbsent(same(corpus.instances().get(i)), text -> new TreeSet<>())
                    .add(label(i));
        }
        List<List<String>> tokens = corpus.instances().stream().map(tokenizer).toList();
        this.lengths = tokens.stream().mapToInt(List::size).toArray();
        this.words = tokens.stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String same(String text) {
        return WHITE_SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private String label(int instance) {
        return corpus.labels().get(corpus.classOf(instance));
    }

    /** Texts that have a copy before them, with the same label. */
    int duplicates() {
        return corpus.size() - labels.values().stream().mapToInt(Set::size).sum();
    }

    /** Texts that occur under more than one label, with their labels. */
    Map<String, Set<String>> ambiguous() {
        Map<String, Set<String>> ambiguous = new LinkedHashMap<>();
        labels.forEach((text, its) -> {
            if (its.size() > 1) {
                ambiguous.put(text, its);
            }
        });
        return ambiguous;
    }

    /** Instances that occur in another corpus too, by position. */
    List<Integer> alsoIn(TextFacts other) {
        return IntStream.range(0, corpus.size())
                .filter(i -> other.labels.containsKey(same(corpus.instances().get(i))))
                .boxed()
                .toList();
    }

    /** Whether another corpus has an instance's text under its label. */
    boolean agrees(int instance, TextFacts other) {
        return other.labels
                .getOrDefault(same(corpus.instances().get(instance)), Set.of())
                .contains(label(instance));
    }

    /** Words of a text: so many that a share of the texts has no more. */
    int length(double share) {
        int[] sorted = lengths.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    int[] lengths() {
        return lengths.clone();
    }

    int vocabulary() {
        return words.size();
    }

    long wordsThatOccurOnce() {
        return words.values().stream().filter(count -> count == 1).count();
    }

    /** Share of the occurrences of words that another corpus has too. */
    double coveredBy(TextFacts other) {
        long all = words.values().stream().mapToLong(Long::longValue).sum();
        long covered = words.entrySet().stream()
                .filter(word -> other.words.containsKey(word.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : (double) covered / all;
    }
}
