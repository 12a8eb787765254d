package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Untrusted words, made fit for a sentence or for JSON. */
final class Sentences {

    private static final int SHOWN = 40; // characters

    private Sentences() {}

    /** A name in quotes, cut if it is long, without control characters. */
    static String quoted(String name) {
        String cut = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
        return "'" + oneLine(cut) + "'";
    }

    /** In one line, without characters that move a cursor or change the direction of writing. */
    static String oneLine(String words) {
        return wellFormed(words).replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    }

    /** Unpaired surrogates, which UTF-8 cannot hold, as question marks. */
    static String wellFormed(String words) {
        return new String(words.getBytes(UTF_8), UTF_8);
    }
}
