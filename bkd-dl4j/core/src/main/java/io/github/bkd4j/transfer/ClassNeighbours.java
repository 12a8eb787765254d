package io.github.bkd4j.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** For each class the classes that share its words: by the cosine of their word counts, weighted by rarity. */
final class ClassNeighbours {

    private static final int MOST = 5; // per class

    private ClassNeighbours() {}

    /** Up to five other classes per class, the nearest first; a class that shares no word has none. */
    static List<List<Integer>> of(List<List<List<String>>> textsByClass) {
        List<Map<String, Double>> vectors = unit(counts(textsByClass));
        Map<String, Map<Integer, Double>> postings = new HashMap<>(); // word -> class -> weight
        for (int c = 0; c < vectors.size(); c++) {
            int of = c;
            vectors.get(c)
                    .forEach((word, weight) -> postings.computeIfAbsent(word, any -> new TreeMap<>())
                            .put(of, weight));
        }
        return IntStream.range(0, vectors.size())
                .mapToObj(c -> nearest(c, vectors.get(c), postings))
                .toList();
    }

    private static List<Map<String, Double>> counts(List<List<List<String>>> textsByClass) {
        List<Map<String, Double>> counts = new ArrayList<>();
        for (List<List<String>> texts : textsByClass) {
            Map<String, Double> words = new TreeMap<>(); // sums in one order
            texts.forEach(text -> text.forEach(word -> words.merge(word.toLowerCase(Locale.ROOT), 1.0, Double::sum)));
            counts.add(words);
        }
        return counts;
    }

    private static List<Map<String, Double>> unit(List<Map<String, Double>> counts) {
        Map<String, Integer> classes = new HashMap<>();
        counts.forEach(words -> words.keySet().forEach(word -> classes.merge(word, 1, Integer::sum)));
        counts.forEach(words -> {
            words.replaceAll((word, count) ->
                    (1 + Math.log(count)) * Math.log(1.0 * counts.size() / classes.getOrDefault(word, 1)));
            double norm = Math.sqrt(words.values().stream()
                    .mapToDouble(weight -> weight * weight)
                    .sum());
            words.replaceAll((word, weight) -> norm == 0 ? 0 : weight / norm);
        });
        return counts;
    }

    private static List<Integer> nearest(int c, Map<String, Double> words, Map<String, Map<Integer, Double>> postings) {
        double[] cosines = new double[0];
        for (Map.Entry<String, Double> word : words.entrySet()) {
            for (Map.Entry<Integer, Double> other :
                    postings.getOrDefault(word.getKey(), Map.of()).entrySet()) {
                if (other.getKey() >= cosines.length) {
                    cosines = Arrays.copyOf(cosines, Math.max(2 * cosines.length, other.getKey() + 1));
                }
                cosines[other.getKey()] += word.getValue() * other.getValue();
            }
        }
        double[] all = cosines;
        return IntStream.range(0, all.length)
                .filter(other -> other != c && all[other] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -all[other]))
                .limit(MOST)
                .toList();
    }
}
