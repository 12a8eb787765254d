package io.github.bkd4j.text;

import java.util.ArrayList;
import java.util.List;

/** Runs of a word's characters as tokens. They begin with a blank, which no word does. */
final class CharacterNgrams {

    static final int SHORTEST = 3;

    private static final char MARK = ' ';

    private CharacterNgrams() {}

    /** The runs of 3 to {@code longest} characters of {@code <word>}, by code points: no pair is cut in two. */
    static List<String> of(String word, int longest) {
        List<String> tokens = new ArrayList<>();
        String marked = "<" + word + ">";
        int[] starts = starts(marked);
        int characters = starts.length - 1;
        for (int n = SHORTEST; n <= longest; n++) {
            for (int first = 0; first + n <= characters; first++) {
                tokens.add(MARK + marked.substring(starts[first], starts[first + n]));
            }
        }
        return tokens;
    }

    /** Where each code point starts, and where the last one ends. */
    private static int[] starts(String text) {
        int[] starts = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = text.offsetByCodePoints(starts[i - 1], 1);
        }
        return starts;
    }

    /** Whether a token is a run of characters, and not a word or a run of words. */
    static boolean isOne(String token) {
        return !token.isEmpty() && token.charAt(0) == MARK;
    }
}
