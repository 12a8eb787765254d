package io.github.bkd4j.text;

import java.util.List;

/**
 * Where the embeddings of words and n-grams start from: a file of word vectors, or a sentence encoder. Its
 * {@code toString} goes into the provenance of what is trained.
 */
public interface TokenVectors {

    /**
     * The vectors of a file as a start, and its first words as a lexicon; files list the most frequent words first.
     *
     * @param vectors what is known of words
     * @param lexicon number of words that enter the vocabulary whether or not a training text has them, at least 0
     * @return the start
     * @throws IllegalArgumentException if {@code lexicon} is out of range
     */
    static TokenVectors of(WordVectors vectors, int lexicon) {
        return new KnownVectors(vectors, lexicon);
    }

    /**
     * Words that enter the vocabulary whether or not a training text has them: a student can tell from their vectors
     * what a text is about.
     *
     * @return words, each once
     */
    List<String> lexicon();

    /**
     * Looks tokens up.
     *
     * @param tokens words, and n-grams as words joined by blanks
     * @return the vectors of those that are known
     * @throws IllegalArgumentException if none is known
     */
    WordVectors of(List<String> tokens);
}
