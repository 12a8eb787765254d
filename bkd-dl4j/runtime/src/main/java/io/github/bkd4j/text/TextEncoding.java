package io.github.bkd4j.text;

import io.github.bkd4j.io.Checks;
import java.util.ArrayList;
import java.util.List;

/**
 * How texts become tokens. Immutable; the {@code with} methods return changed copies.
 *
 * @param tokenizer cuts a text into words
 * @param normalisation which Unicode form a text is brought into before it is cut
 * @param ngrams longest run of words that is a token of its own: 1 for words alone, 2 for words and bigrams; 1 to 5,
 *     and 1 where order matters
 * @param characters longest run of a word's characters that is a token too, the shortest being 3, with the word's ends
 *     marked by angle brackets; 3 to 8, or 0 for none, as where order matters
 * @param minCount training texts that a token must occur in to enter the vocabulary, at least 1
 * @param maxVocabulary tokens kept, the most frequent ones, 1 to 16,777,216
 * @param maxWords words of a text that are looked at, at least 1; the rest is cut off
 * @param weighting how much each token counts
 */
public record TextEncoding(
        Tokenizer tokenizer,
        Normalisation normalisation,
        int ngrams,
        int characters,
        int minCount,
        int maxVocabulary,
        int maxWords,
        Weighting weighting) {

    private static final int MAX_NGRAMS = 5;
    private static final int MAX_CHARACTERS = 8;
    private static final int MAX_VOCABULARY = 1 << 24; // beyond are mistakes and forged files

    /**
     * Checks the ranges.
     *
     * @param tokenizer see {@link TextEncoding}
     * @param normalisation see {@link TextEncoding}
     * @param ngrams see {@link TextEncoding}
     * @param characters see {@link TextEncoding}
     * @param minCount see {@link TextEncoding}
     * @param maxVocabulary see {@link TextEncoding}
     * @param maxWords see {@link TextEncoding}
     * @param weighting see {@link TextEncoding}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public TextEncoding {
        Checks.require(ngrams >= 1 && ngrams <= MAX_NGRAMS, "ngrams must be 1 to " + MAX_NGRAMS + " but was " + ngrams);
        Checks.require(
                weighting != Weighting.SEQUENCE || ngrams == 1,
                "ngrams of a token sequence must be 1 but was " + ngrams);
        Checks.require(
                characters == 0 || (characters >= CharacterNgrams.SHORTEST && characters <= MAX_CHARACTERS),
                "characters must be 0 or " + CharacterNgrams.SHORTEST + " to " + MAX_CHARACTERS + " but was "
                        + characters);
        Checks.require(
                weighting != Weighting.SEQUENCE || characters == 0,
                "characters of a token sequence must be 0 but was " + characters);
        Checks.atLeast("minCount", 1, minCount);
        Checks.atLeast("maxVocabulary", 1, maxVocabulary);
        Checks.require(
                maxVocabulary <= MAX_VOCABULARY,
                "maxVocabulary must be <= " + MAX_VOCABULARY + " but was " + maxVocabulary);
        Checks.atLeast("maxWords", 1, maxWords);
    }

    /**
     * Words and bigrams, weighted by TF-IDF: for a bag of embeddings.
     *
     * @return at most 100,000 tokens that occur at least twice, of the first 256 words
     */
    public static TextEncoding bagOfNgrams() {
        return new TextEncoding(Tokenizer.standard(), Normalisation.NFC, 2, 0, 2, 100_000, 256, Weighting.TF_IDF);
    }

    /**
     * Words in order: for convolutions and recurrent networks.
     *
     * @return at most 50,000 words that occur at least twice, the first 256 of a text
     */
    public static TextEncoding sequence() {
        return new TextEncoding(Tokenizer.standard(), Normalisation.NFC, 1, 0, 2, 50_000, 256, Weighting.SEQUENCE);
    }

    /**
     * Sets the tokenizer.
     *
     * @param value cuts a text into words
     * @return a changed copy
     */
    public TextEncoding withTokenizer(Tokenizer value) {
        return new TextEncoding(value, normalisation, ngrams, characters, minCount, maxVocabulary, maxWords, weighting);
    }

    /**
     * Sets the Unicode form.
     *
     * @param value which form a text is brought into before it is cut into words
     * @return a changed copy
     */
    public TextEncoding withNormalisation(Normalisation value) {
        return new TextEncoding(tokenizer, value, ngrams, characters, minCount, maxVocabulary, maxWords, weighting);
    }

    /**
     * Sets the longest run of words that is a token of its own.
     *
     * @param value 1 to 5
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextEncoding withNgrams(int value) {
        return new TextEncoding(
                tokenizer, normalisation, value, characters, minCount, maxVocabulary, maxWords, weighting);
    }

    /**
     * Sets the longest run of a word's characters that is a token too: parts of words tell what an unknown word is
     * about, as in fastText.
     *
     * @param value 3 to 8, or 0 for none
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextEncoding withCharacters(int value) {
        return new TextEncoding(tokenizer, normalisation, ngrams, value, minCount, maxVocabulary, maxWords, weighting);
    }

    /**
     * Sets how common a token must be.
     *
     * @param value training texts that it must occur in, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextEncoding withMinCount(int value) {
        return new TextEncoding(
                tokenizer, normalisation, ngrams, characters, value, maxVocabulary, maxWords, weighting);
    }

    /**
     * Sets how many tokens are kept.
     *
     * @param value 1 to 16,777,216
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextEncoding withMaxVocabulary(int value) {
        return new TextEncoding(tokenizer, normalisation, ngrams, characters, minCount, value, maxWords, weighting);
    }

    /**
     * Sets how many words of a text are looked at.
     *
     * @param value at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is outside its range
     */
    public TextEncoding withMaxWords(int value) {
        return new TextEncoding(
                tokenizer, normalisation, ngrams, characters, minCount, maxVocabulary, value, weighting);
    }

    /**
     * Sets how much each token counts.
     *
     * @param value the weighting
     * @return a changed copy
     */
    public TextEncoding withWeighting(Weighting value) {
        return new TextEncoding(tokenizer, normalisation, ngrams, characters, minCount, maxVocabulary, maxWords, value);
    }

    /**
     * Cuts a text into tokens, whether or not a vocabulary has them.
     *
     * @param text any text
     * @return words, then n-grams of words, then runs of characters, each as often as it occurs
     */
    public List<String> tokens(String text) {
        return tokens(words(text));
    }

    /** All words of a text. */
    List<String> allWords(String text) {
        return tokenizer.words().apply(normalisation.of(text));
    }

    /** The words that are looked at, the rest cut off. */
    List<String> words(String text) {
        List<String> words = allWords(text);
        return words.size() > maxWords ? words.subList(0, maxWords) : words;
    }

    /** Words, then pairs of neighbours, then triples ..., then the characters of each word. */
    List<String> tokens(List<String> words) {
        List<String> tokens = runs(words);
        words.forEach(word -> tokens.addAll(charactersOf(word)));
        return tokens;
    }

    /** Words, then pairs of neighbours, then triples ... */
    List<String> runs(List<String> words) {
        List<String> runs = new ArrayList<>(words);
        for (int n = 2; n <= ngrams; n++) {
            for (int start = 0; start + n <= words.size(); start++) {
                runs.add(String.join(" ", words.subList(start, start + n)));
            }
        }
        return runs;
    }

    /** The runs of a word's characters; none where they are no tokens. */
    List<String> charactersOf(String word) {
        return CharacterNgrams.of(word, characters);
    }

    /**
     * Learns the vocabulary.
     *
     * @param training texts, at least one
     * @return the encoder
     */
    public TextEncoder fit(List<String> training) {
        return new TextEncoder(this, Vocabulary.fit(this, training));
    }
}
