package io.github.bkd4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into lower-case words, whatever its script. Scripts that are written without blanks show no words: there
 * each character, with its marks, is one. Emoji and other pictographs are words too.
 */
final class UnicodeWords {

    // Blocks and not properties where Unicode still grows: a model must see the same tokens under any version of Java.
    private static final int[][] UNSPACED = { // first and last, in order
        {0xE00, 0xEFF}, // Thai, Lao
        {0x1000, 0x109F}, // Myanmar
        {0x1780, 0x17FF}, // Khmer
        {0x3005, 0x30FF}, // Hiragana, Katakana
        {0x31F0, 0x31FF}, // Katakana
        {0x3400, 0x4DBF}, // Han
        {0x4E00, 0x9FFF}, // Han
        {0xA9E0, 0xA9FF}, // Myanmar
        {0xAA60, 0xAA7F}, // Myanmar
        {0xF900, 0xFAFF}, // Han
        {0xFF66, 0xFF9F}, // Katakana
        {0x1B000, 0x1B16F}, // Hiragana, Katakana
        {0x20000, 0x3FFFF}, // Han
    };
    private static final int FIRST_UNSPACED = UNSPACED[0][0]; // below it there is no emoji either
    private static final int ASCII = 0x80;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK | 1 << Character.ENCLOSING_MARK;
    private static final int LETTERS_AND_NUMBERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private static final String PICTOGRAPH =
            "[\\p{So}\\x{1F000}-\\x{1FAFF}&&[^\\x{0}-\\x{218F}]][\\x{20E3}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}]*";
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final Pattern EMOJI = Pattern.compile(FLAG + "|" + PICTOGRAPH + "(?:\\x{200D}" + PICTOGRAPH
            + ")*+"); // joined ones are one; possessive, for a long run must not fill the stack

    private UnicodeWords() {}

    static List<String> of(String text) {
        String lower = withoutStyle(text.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < lower.length()) {
            int end = end(lower, start);
            if (end > start) {
                words.add(lower.substring(start, end));
                start = end;
            } else {
                start += Character.charCount(lower.codePointAt(start));
            }
        }
        return words;
    }

    /** Black or coloured, it is the same emoji. */
    private static String withoutStyle(String text) {
        return text.indexOf('\uFE0E') < 0 && text.indexOf('\uFE0F') < 0
                ? text
                : text.replace("\uFE0E", "").replace("\uFE0F", "");
    }

    /** Where the word that starts here ends: here, if none does. */
    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        if (isOfSpacedWord(first)) {
            return endOfRun(text, start, UnicodeWords::isOfSpacedWord);
        }
        if (first < FIRST_UNSPACED) {
            return start;
        }
        if (is(first, LETTERS_AND_NUMBERS)) {
            return endOfRun(text, start + Character.charCount(first), mark -> is(mark, MARKS));
        }
        Matcher emoji = EMOJI.matcher(text).region(start, text.length());
        return emoji.lookingAt() ? emoji.end() : start;
    }

    private static int endOfRun(String text, int start, IntPredicate isInRun) {
        int end = start;
        while (end < text.length() && isInRun.test(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isOfSpacedWord(int c) {
        if (c < ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        }
        return is(c, LETTERS_AND_NUMBERS | MARKS) && !isUnspaced(c);
    }

    private static boolean is(int c, int types) {
        return (1 << Character.getType(c) & types) != 0;
    }

    private static boolean isUnspaced(int c) {
        if (c < FIRST_UNSPACED) {
            return false;
        }
        for (int[] block : UNSPACED) {
            if (c <= block[1]) {
                return c >= block[0];
            }
        }
        return false;
    }
}
