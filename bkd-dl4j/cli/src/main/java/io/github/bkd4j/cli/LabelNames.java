package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The names of classes, of a file or read from the labels themselves. */
final class LabelNames {

    static final String OPTION = "--label-names";

    private static final String LABELS = "labels";
    private static final String NONE = "none";
    private static final int FEWEST_LETTERS = 3; // of a word

    private LabelNames() {}

    /**
     * Each name with its label, as the option says; without it those of labels that read like words. Each label of the
     * training texts has a name, unless it is read and no word.
     */
    static List<Labeled<String>> of(@Nullable String value, List<String> labels) {
        if (value == null) {
            return mostRead(labels) ? read(labels) : List.of();
        }
        return switch (value) {
            case NONE -> List.of();
            case LABELS -> requireRead(labels);
            default -> of(Path.of(value), labels);
        };
    }

    private static List<Labeled<String>> of(Path file, List<String> labels) {
        Corpus<String> names = Corpus.read(file);
        List<String> missing = without(labels, names.labels());
        List<String> unknown = without(names.labels(), labels);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new InputException(file + ": must name each label of the training texts and no other but lacked "
                    + missing + " and had " + unknown);
        }
        return IntStream.range(0, names.size())
                .mapToObj(i ->
                        new Labeled<>(names.instances().get(i), names.labels().get(names.classOf(i))))
                .toList();
    }

    private static List<String> without(List<String> labels, List<String> others) {
        return labels.stream().filter(label -> !others.contains(label)).toList();
    }

    private static List<Labeled<String>> requireRead(List<String> labels) {
        if (!mostRead(labels)) {
            throw new InputException(
                    OPTION, "labels must come with labels that read like words, but these do not: " + unread(labels));
        }
        return read(labels);
    }

    private static boolean mostRead(List<String> labels) {
        return 2 * unread(labels).size() <= labels.size();
    }

    private static List<String> unread(List<String> labels) {
        return labels.stream().filter(label -> words(label).isEmpty()).toList();
    }

    /** The labels as words, without first words that all of them share. A few may have none, such as w2. */
    private static List<Labeled<String>> read(List<String> all) {
        List<String> labels = without(all, unread(all));
        List<List<String>> words =
                new ArrayList<>(labels.stream().map(LabelNames::words).toList());
        while (words.stream().allMatch(name -> name.size() > 1)
                && words.stream().map(name -> name.get(0)).distinct().count() == 1) {
            words.replaceAll(name -> name.subList(1, name.size()));
        }
        return IntStream.range(0, labels.size())
                .mapToObj(c -> new Labeled<>(String.join(" ", words.get(c)), labels.get(c)))
                .toList();
    }

    /** The words of a label, such as card_arrival or cardArrival; none if no word has three letters. */
    private static List<String> words(String label) {
        List<String> words = Arrays.stream(label.split("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        Optional<String> first =
                words.stream().filter(word -> word.length() >= FEWEST_LETTERS).findFirst();
        return first.isPresent() ? words : List.of();
    }

    /** A file, or one of our words. */
    static final class Value implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return List.of(LABELS, NONE).contains(value)
                    ? value
                    : folder.resolve(value).toString();
        }
    }
}
