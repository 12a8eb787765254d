package io.github.bkd4j.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file of word vectors, split from the right: a word of GloVe can have blanks in it.
 *
 * @param word not empty
 * @param values as written, separated by blanks
 */
record VectorLine(String word, String values) {

    private static final int LONGEST_QUOTE = 40;

    /** Splits a line; {@code error} makes an error in this line out of the rule that it breaks. */
    static VectorLine of(String line, int dimension, Function<String, WordVectorsException> error) {
        int cut = line.length();
        for (int i = 0; i < dimension && cut >= 0; i++) {
            cut = line.lastIndexOf(' ', cut - 1);
        }
        int extra = cut < 0 ? fields(line) - 1 - dimension : numbersAtTheEnd(line.substring(0, cut));
        if (extra != 0) {
            throw error.apply("must have " + dimension + " values but had " + (dimension + extra));
        }
        if (cut == 0) {
            throw error.apply("must begin with a word but began with a blank");
        }
        return new VectorLine(line.substring(0, cut), line.substring(cut + 1));
    }

    static int fields(String line) {
        return 1 + (int) line.chars().filter(c -> c == ' ').count();
    }

    /** A word whose last parts are numbers is the sign of a line with too many values. */
    private static int numbersAtTheEnd(String word) {
        int numbers = 0;
        int end = word.length();
        int blank = word.lastIndexOf(' ');
        while (blank >= 0 && number(word.substring(blank + 1, end)) != null) {
            numbers++;
            end = blank;
            blank = word.lastIndexOf(' ', end - 1);
        }
        return numbers;
    }

    private static @Nullable Float number(String part) {
        try {
            return Float.valueOf(part);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The values, [dimension]; {@code error} as for the line. */
    float[] vector(Function<String, WordVectorsException> error) {
        String[] parts = values.split(" ", -1);
        float[] vector = new float[parts.length];
        for (int i = 0; i < parts.length; i++) {
            vector[i] = finite(i + 1, parts[i], error);
        }
        return vector;
    }

    private float finite(int position, String part, Function<String, WordVectorsException> error) {
        Float number = number(part);
        if (number == null || !Float.isFinite(number)) {
            String rule = number == null ? "a number" : "finite";
            throw error.apply(
                    "value " + position + " of " + quoted(word) + " must be " + rule + " but was " + quoted(part));
        }
        return number;
    }

    /** What is no file of vectors can have very long fields. */
    private static String quoted(String text) {
        return "'" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text) + "'";
    }
}
