package io.github.bkd4j.text;

import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tokens that an encoder knows, with the number of training texts that each occurs in: 0 for words that come from a
 * lexicon. Token ids start at 1; id 0 stands for every other token. Immutable.
 */
public final class Vocabulary {

    /** The id of every token that is not known. */
    public static final int UNKNOWN = 0;

    private final List<String> tokens;
    private final List<Integer> documentCounts;
    private final int documents;
    private final Map<String, Integer> ids;
    private final double[] idfs; // by id
    private final BitSet characters; // ids of runs of characters

    /**
     * Takes the tokens in the order of their ids.
     *
     * @param tokens the token with id 1, the token with id 2, ...; each once
     * @param documentCounts training texts that each token occurs in, from 0 to {@code documents}
     * @param documents number of training texts, at least 1
     * @throws IllegalArgumentException if the lists differ in length, a token comes twice, or a number is outside its
     *     range
     */
    public Vocabulary(List<String> tokens, List<Integer> documentCounts, int documents) {
        this.tokens = List.copyOf(tokens);
        this.documentCounts = List.copyOf(documentCounts);
        this.documents = documents;
        this.ids = new HashMap<>(2 * tokens.size());
        this.idfs = new double[tokens.size() + 1];
        this.characters = new BitSet(idfs.length);
        Checks.atLeast("documents", 1, documents);
        Checks.require(
                tokens.size() == documentCounts.size(),
                "document counts must have one entry a token, " + tokens.size() + ", but had " + documentCounts.size());
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            int count = documentCounts.get(i);
            Checks.require(ids.put(token, i + 1) == null, "tokens must be distinct but '" + token + "' came twice");
            Checks.require(
                    count >= 0 && count <= documents,
                    "document count of '" + token + "' must be 0 to " + documents + " but was " + count);
            idfs[i + 1] = Math.log((1.0 + documents) / (1.0 + count)) + 1;
            characters.set(i + 1, CharacterNgrams.isOne(token));
        }
    }

    /** Counts the tokens of the training texts and keeps the most frequent ones; equal counts in order of the token. */
    static Vocabulary fit(TextEncoding encoding, List<String> training) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : training) {
            for (String token : new HashSet<>(encoding.tokens(encoding.words(text)))) {
                counts.merge(token, 1, Integer::sum);
            }
        }
        List<Map.Entry<String, Integer>> kept = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= encoding.minCount())
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(encoding.maxVocabulary())
                .toList();
        return new Vocabulary(
                kept.stream().map(Map.Entry::getKey).toList(),
                kept.stream().map(Map.Entry::getValue).toList(),
                training.size());
    }

    /** The same tokens, and behind them those words of a lexicon that are not among them. */
    Vocabulary with(List<String> lexicon) {
        Set<String> all = new LinkedHashSet<>(tokens);
        all.addAll(lexicon);
        List<Integer> counts = new ArrayList<>(documentCounts);
        counts.addAll(Collections.nCopies(all.size() - tokens.size(), 0));
        return new Vocabulary(List.copyOf(all), counts, documents);
    }

    /**
     * Number of ids, that of unknown tokens included.
     *
     * @return at least 1
     */
    public int size() {
        return tokens.size() + 1;
    }

    /**
     * Looks a token up.
     *
     * @param token a word or an n-gram
     * @return its id, or {@link #UNKNOWN}
     */
    public int id(String token) {
        return ids.getOrDefault(token, UNKNOWN);
    }

    /**
     * The known tokens.
     *
     * @return the token with id 1, the token with id 2, ...
     */
    public List<String> tokens() {
        return tokens;
    }

    /**
     * The known tokens that are not parts of words.
     *
     * @return words and runs of words, in the order of their ids
     */
    public List<String> words() {
        return tokens.stream().filter(token -> !CharacterNgrams.isOne(token)).toList();
    }

    /**
     * How common the known tokens are.
     *
     * @return training texts that each token occurs in, in the order of {@link #tokens()}
     */
    public List<Integer> documentCounts() {
        return documentCounts;
    }

    /** Whether a token is a run of characters, and not a word or a run of words. */
    boolean isCharacters(int id) {
        return characters.get(id);
    }

    /**
     * Whether the vocabulary would have a token without one of the texts that it occurs in; words of a lexicon stay.
     */
    boolean hasWithoutOne(int id, int minCount) {
        int count = id == UNKNOWN ? 1 : documentCounts.get(id - 1);
        return count == 0 || count - 1 >= minCount;
    }

    /**
     * Number of training texts.
     *
     * @return at least 1
     */
    public int documents() {
        return documents;
    }

    /** Inverse document frequency as scikit-learn has it, {@code ln((1 + N) / (1 + n)) + 1}; 0 for the unknown id. */
    double idf(int id) {
        return idfs[id];
    }
}
