package io.github.bkd4j.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Statistics of the words of texts. */
final class TextFacts {

    private final int[] lengths; // [texts], in words
    private final Map<String, Long> words; // with their occurrences

    TextFacts(List<String> texts, Function<String, List<String>> tokenizer) {
        List<List<String>> tokens = texts.stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .map(tokenizer)
                .toList();
        this.lengths = tokens.stream().mapToInt(List::size).toArray();
        this.words = tokens.stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
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
