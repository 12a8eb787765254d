package io.github.bkd4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into lower-case words, whatever its script. Scripts that are written without blanks show no words: there
 * each character, with its marks, is one. Emoji and other pictographs are words too.
 */
final class UnicodeWords {

    // Blocks and not properties where Unicode still grows: a model must see the same tokens under any version of Java.
    private static final String UNSPACED = "\\x{E00}-\\x{EFF}" // Thai, Lao
            + "\\x{1000}-\\x{109F}\\x{A9E0}-\\x{A9FF}\\x{AA60}-\\x{AA7F}" // Myanmar
            + "\\x{1780}-\\x{17FF}" // Khmer
            + "\\x{3005}-\\x{30FF}\\x{31F0}-\\x{31FF}\\x{FF66}-\\x{FF9F}\\x{1B000}-\\x{1B16F}" // Hiragana, Katakana
            + "\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{20000}-\\x{3FFFF}"; // Han
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}_&&[^" + UNSPACED + "]]+";
    private static final String CHARACTER = "[\\p{L}\\p{N}&&[" + UNSPACED + "]]\\p{M}*";
    private static final String PICTOGRAPH =
            "[\\p{So}\\x{1F000}-\\x{1FAFF}&&[^\\x{0}-\\x{218F}]][\\x{20E3}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}]*";
    private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
    private static final String EMOJI = PICTOGRAPH + "(?:\\x{200D}" + PICTOGRAPH
            + ")*+"; // joined ones are one; possessive, for a long run must not fill the stack
    private static final Pattern TOKEN = Pattern.compile(String.join("|", WORD, CHARACTER, FLAG, EMOJI));

    private static final Pattern STYLE = Pattern.compile("[\\x{FE0E}\\x{FE0F}]"); // black or coloured: the same emoji

    private UnicodeWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher =
                TOKEN.matcher(STYLE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
