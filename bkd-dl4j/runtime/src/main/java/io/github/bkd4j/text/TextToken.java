package io.github.bkd4j.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A token at its place in a text.
 *
 * @param token as a person reads it: a word, words with blanks between them, or a part of a word
 * @param kind what it is made of
 * @param id in the vocabulary; {@link Vocabulary#UNKNOWN} if the vocabulary lacks it
 * @param place of its first word among the words of the text, from 0
 */
public record TextToken(String token, TokenKind kind, int id, int place) {

    /** The tokens in the order of {@link TextEncoding#tokens}. */
    static List<TextToken> of(TextEncoding encoding, Vocabulary vocabulary, List<String> words) {
        List<TextToken> tokens = new ArrayList<>();
        for (int n = 1; n <= encoding.ngrams(); n++) {
            for (int start = 0; start + n <= words.size(); start++) {
                String token = String.join(" ", words.subList(start, start + n));
                TokenKind kind = n == 1 ? TokenKind.WORD : TokenKind.NGRAM;
                tokens.add(new TextToken(token, kind, vocabulary.id(token), start));
            }
        }
        for (int place = 0; place < words.size(); place++) {
            for (String part : encoding.charactersOf(words.get(place))) {
                tokens.add(new TextToken(part.strip(), TokenKind.PART, vocabulary.id(part), place));
            }
        }
        return tokens;
    }

    /** Whether the vocabulary has the token. */
    boolean isKnown() {
        return id != Vocabulary.UNKNOWN;
    }
}
