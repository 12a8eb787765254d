package io.github.bkd4j.explain;

import io.github.bkd4j.text.TokenKind;
import java.util.List;

/**
 * How much one token moves the difference of two logits.
 *
 * @param token as a person reads it: a word, words with blanks between them, or a part of a word whose ends angle
 *     brackets mark
 * @param kind what it is made of
 * @param places of its first word among the words of the text, from 0, ascending; one per occurrence, at least one
 * @param value above 0 if the token speaks for the explained class, below 0 if it speaks for the other one
 */
public record Contribution(String token, TokenKind kind, List<Integer> places, double value) {

    /**
     * Copies the places.
     *
     * @param token see {@link Contribution}
     * @param kind see {@link Contribution}
     * @param places see {@link Contribution}
     * @param value see {@link Contribution}
     */
    public Contribution {
        places = List.copyOf(places);
    }
}
