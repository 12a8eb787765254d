package io.github.bkd4j.report;

/** Untrusted texts and labels, made safe for a page. */
final class Words {

    private static final int REPLACEMENT = 0xFFFD;
    private static final String ELLIPSIS = "…";

    private Words() {}

    /**
     * What no page may hold, control characters and halves of characters, becomes U+FFFD; what would turn the direction
     * of the words that follow is left out.
     */
    static String clean(String text) {
        return text.codePoints()
                .filter(c -> !turns(c))
                .map(c -> isFit(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean turns(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); // embeddings, overrides, isolates
    }

    private static boolean isFit(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean never = (c & 0xFFFE) == 0xFFFE;
        return !control && !half && !never;
    }

    /** The first characters of a text that is longer, with an ellipsis. */
    static String cut(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)) + ELLIPSIS;
    }
}
