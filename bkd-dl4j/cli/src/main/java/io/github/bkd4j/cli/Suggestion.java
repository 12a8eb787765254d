package io.github.bkd4j.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** What was meant by a name that is not known. */
final class Suggestion {

    private static final Pattern DASHES = Pattern.compile("^-+");

    private Suggestion() {}

    /** The end of a sentence with the name that is begun, or else the nearest; empty if none is near. */
    static String of(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= bare(name).length() / 2)
                .min(Comparator.<String>comparingInt(other -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .map(nearest -> ", did you mean '" + nearest + "'?")
                .orElse("");
    }

    /** Edits that make one name of the other; none if it is only cut. */
    private static int distance(String name, String other) {
        return bare(name).length() > 1 && bare(other).startsWith(bare(name)) ? 0 : edits(bare(name), bare(other));
    }

    private static String bare(String name) {
        return DASHES.matcher(name).replaceFirst("");
    }

    /** The Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] edits = new int[to.length() + 1]; // [characters of to], for the characters of from so far
        for (int j = 0; j < edits.length; j++) {
            edits[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = edits[0];
            edits[0] = i;
            for (int j = 1; j < edits.length; j++) {
                int kept = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = edits[j];
                edits[j] = Math.min(kept, 1 + Math.min(edits[j], edits[j - 1]));
            }
        }
        return edits[to.length()];
    }
}
