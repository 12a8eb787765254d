package io.github.bkd4j.transfer;

import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.WordVectors;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Words of a lexicon whose vectors are close to that of a word, by cosine. Immutable. */
public final class WordNeighbours implements Serializable {

    private static final int MOST = 11; // per word
    private static final double LEAST_COSINE = 0.5;
    private static final int FUNCTION_WORDS = 150; // a lexicon lists the most frequent words first
    private static final int BATCH = 256; // words compared at a time

    private static final long serialVersionUID = 1L;

    /** The nearest first, by word in lower case. */
    private final Map<String, List<String>> neighbours;

    private WordNeighbours(Map<String, List<String>> neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * No word has neighbours.
     *
     * @return for a student whose embeddings start from chance
     */
    public static WordNeighbours none() {
        return new WordNeighbours(Map.of());
    }

    /**
     * Finds up to 11 neighbours per word, of a cosine of at least 0.5. The first 150 words of the lexicon have none:
     * they are function words, of which the syntax of a text is made.
     *
     * @param vectors of the lexicon and of the words, which are looked up in lower case
     * @param words in any number
     * @return the neighbours of those that the vectors know
     */
    public static WordNeighbours of(TokenVectors vectors, Collection<String> words) {
        List<String> lexicon = vectors.lexicon();
        Set<String> wanted = new LinkedHashSet<>();
        words.forEach(word -> wanted.add(word.toLowerCase(Locale.ROOT)));
        lexicon.stream().limit(FUNCTION_WORDS).forEach(wanted::remove);
        if (lexicon.isEmpty() || wanted.isEmpty()) {
            return none();
        }
        Set<String> all = new LinkedHashSet<>(lexicon);
        all.addAll(wanted);
        WordVectors known = vectors.of(List.copyOf(all));
        List<String> from =
                wanted.stream().filter(word -> known.vector(word).isPresent()).toList();
        List<String> to =
                lexicon.stream().filter(word -> known.vector(word).isPresent()).toList();
        return from.isEmpty() || to.isEmpty() ? none() : new WordNeighbours(nearest(known, from, to));
    }

    private static Map<String, List<String>> nearest(WordVectors known, List<String> from, List<String> to) {
        Map<String, List<String>> nearest = new HashMap<>();
        try (INDArray targets = unit(known, to)) { // [lexicon, dimension]
            for (int start = 0; start < from.size(); start += BATCH) {
                List<String> batch = from.subList(start, Math.min(from.size(), start + BATCH));
                try (INDArray words = unit(known, batch);
                        INDArray products = words.mmul(targets.transpose())) {
                    float[][] cosines = products.toFloatMatrix(); // [batch][lexicon]
                    for (int i = 0; i < batch.size(); i++) {
                        nearest.put(batch.get(i), best(batch.get(i), cosines[i], to));
                    }
                }
            }
        }
        return nearest;
    }

    private static INDArray unit(WordVectors known, List<String> words) {
        float[][] rows =
                words.stream().map(word -> known.vector(word).orElseThrow()).toArray(float[][]::new);
        INDArray vectors = Nd4j.createFromArray(rows);
        return vectors.diviColumnVector(vectors.norm2(1).addi(1e-12));
    }

    private static List<String> best(String word, float[] cosines, List<String> lexicon) {
        PriorityQueue<Integer> best = new PriorityQueue<>(Comparator.comparingDouble(i -> cosines[i]));
        for (int i = 0; i < cosines.length; i++) {
            boolean near = cosines[i] >= LEAST_COSINE && (best.size() < MOST || cosines[i] > cosines[best.element()]);
            if (near && !lexicon.get(i).equals(word)) {
                best.add(i);
                if (best.size() > MOST) {
                    best.remove();
                }
            }
        }
        List<String> words = new ArrayList<>();
        while (!best.isEmpty()) {
            words.add(0, lexicon.get(best.remove()));
        }
        return List.copyOf(words);
    }

    /**
     * Looks a word up.
     *
     * @param word in any case
     * @return its neighbours, the nearest first; empty if it has none
     */
    public List<String> of(String word) {
        return neighbours.getOrDefault(word.toLowerCase(Locale.ROOT), List.of());
    }
}
