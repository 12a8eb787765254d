package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class UnicodeWordsTest {

    private static final String UNSPACED = "\\x{E00}-\\x{EFF}\\x{1000}-\\x{109F}\\x{A9E0}-\\x{A9FF}\\x{AA60}-\\x{AA7F}"
            + "\\x{1780}-\\x{17FF}\\x{3005}-\\x{30FF}\\x{31F0}-\\x{31FF}\\x{FF66}-\\x{FF9F}\\x{1B000}-\\x{1B16F}"
            + "\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{20000}-\\x{3FFFF}";
    private static final String PICTOGRAPH =
            "[\\p{So}\\x{1F000}-\\x{1FAFF}&&[^\\x{0}-\\x{218F}]][\\x{20E3}\\x{1F3FB}-\\x{1F3FF}\\x{E0020}-\\x{E007F}]*";
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_&&[^" + UNSPACED + "]]+"
            + "|[\\p{L}\\p{N}&&[" + UNSPACED + "]]\\p{M}*"
            + "|[\\x{1F1E6}-\\x{1F1FF}]{2}"
            + "|" + PICTOGRAPH + "(?:\\x{200D}" + PICTOGRAPH + ")*+");

    private static final String PARTS = "aZ0_ .'\u00e9\u0301\u0130\ufe0f\ufe0e\u200d\u20e3\u00a0"
            + "\u0e17\u0e35\u4eac\u304b\u3099\uff8a\u3002\u1000\u103a\u2190\u2764\u00a9\ud83d\udc69\ud83c\udffd"
            + "\ud83c\udde9\ud83c\uddea\ud840\udc00\ud800\udc00\ud83d";

    /** What a token is, as one regular expression. */
    private static List<String> tokens(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\x{FE0E}\\x{FE0F}]", "");
        return TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    }

    @RepeatedTest(20)
    void cutsAsItsRegularExpressionDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] parts = PARTS.codePoints().toArray();
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(12), 0, 2 * parts.length)
                    .map(part -> part < parts.length ? parts[part] : random.nextInt(Character.MAX_CODE_POINT + 1))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(UnicodeWords.of(text)).isEqualTo(tokens(text));
        }
    }

    @Test
    void cutsEveryCharacterAsItsRegularExpressionDoes() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            all.append(' ').appendCodePoint(c);
        }
        assertThat(UnicodeWords.of(all.toString())).isEqualTo(tokens(all.toString()));
    }
}
