package io.github.bkd4j.corpus;

import java.text.Normalizer;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What texts or labels are compared by, where they need not be equal to the last character. */
final class TextKey {

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\x{85}]+");
    private static final Pattern WHITE_SPACE_OR_DASHES = Pattern.compile("[\\s\\p{Z}\\x{85}\\p{Pd}\\x{2212}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private TextKey() {}

    /** Equal for texts that differ in white space and Unicode normal form alone. */
    static String same(String text) {
        return WHITE_SPACE.matcher(WhiteSpace.strip(composed(text))).replaceAll(" ");
    }

    /** Equal for texts of the same words, in whatever order, number and case; empty for a text without a word. */
    static String words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), words -> String.join(" ", words)));
    }

    /** Equal for labels that differ in case, white space, dashes and Unicode normal form alone. */
    static String label(String label) {
        return WHITE_SPACE_OR_DASHES.matcher(folded(label)).replaceAll("");
    }

    private static String folded(String text) {
        return composed(text).toLowerCase(Locale.ROOT);
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
