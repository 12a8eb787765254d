package io.github.bkd4j.text;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Fingerprinted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into words. Thread-safe if its function is. Two tokenizers of the same name are equal: a model archive
 * keeps the name, and asks for the tokenizer when it is loaded.
 *
 * @param name what an archive knows it by, not blank
 * @param words the words of a text, in order
 */
public record Tokenizer(String name, Function<String, List<String>> words) implements Fingerprinted {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

    /**
     * Checks the name.
     *
     * @param name see {@link Tokenizer}
     * @param words see {@link Tokenizer}
     * @throws IllegalArgumentException if the name is blank
     */
    public Tokenizer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("tokenizer name must not be blank but was \"" + name + "\"");
        }
    }

    /**
     * Lower-cased runs of letters, marks, digits and underscores: {@code "It's 5 o'clock"} becomes it, s, 5, o, clock.
     * Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar are written without blanks: there each character is a word.
     * So is each emoji.
     *
     * @return the tokenizer {@code unicode-words}
     */
    public static Tokenizer standard() {
        return new Tokenizer("unicode-words", UnicodeWords::of);
    }

    /**
     * What was standard for models of archive version 1: as {@link #standard}, but emoji are no words, and a run of
     * letters is one word in any script.
     *
     * @return the tokenizer {@code words}
     */
    public static Tokenizer runsOfLetters() {
        return new Tokenizer("words", Tokenizer::wordsOf);
    }

    /**
     * The tokenizer of this library that has a name.
     *
     * @param name what an archive knows it by
     * @return {@link #standard} or {@link #runsOfLetters}; empty for any other name
     */
    public static Optional<Tokenizer> named(String name) {
        return Stream.of(standard(), runsOfLetters())
                .filter(tokenizer -> tokenizer.name().equals(name))
                .findFirst();
    }

    private static List<String> wordsOf(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tokenizer that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name alone, which two tokenizers that cut differently must not share. */
    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("tokenizer", name);
    }

    /** The name alone: a function prints an address, which differs from run to run. */
    @Override
    public String toString() {
        return name;
    }
}
