package io.github.bkd4j.corpora;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads Reuters-21578 (Lewis 1997) as its author publishes it, from files {@code reut2-000.sgm} to
 * {@code reut2-021.sgm} that you have downloaded: news of 1987 under topics such as {@code earn} and {@code cocoa},
 * from thousands of texts to one.
 */
public final class Reuters21578 {

    private static final Pattern STORY = Pattern.compile("(?s)<REUTERS ([^>]*)>(.*?)</REUTERS>");
    private static final Pattern TOPICS = Pattern.compile("(?s)<TOPICS>(.*?)</TOPICS>");
    private static final Pattern TOPIC = Pattern.compile("<D>(.*?)</D>");
    private static final Pattern TITLE = Pattern.compile("(?s)<TITLE>(.*?)</TITLE>");
    private static final Pattern BODY = Pattern.compile("(?s)<BODY>(.*?)</BODY>");

    private Reuters21578() {}

    /**
     * Reads the stories of one topic in the split "ModApte": those with topics, by {@code LEWISSPLIT}. Topics that lack
     * training or test stories are left out, which leaves 52 of the whole collection (R52).
     *
     * @param folder of the {@code .sgm} files
     * @return training and test texts: title and body, with blanks for line ends
     * @throws CorpusException if the folder has no {@code .sgm} file, a file cannot be read, or no topic is left
     */
    public static Splits<String> ofOneTopic(Path folder) {
        List<Labeled<String>> training = new ArrayList<>();
        List<Labeled<String>> test = new ArrayList<>();
        for (Path file : files(folder)) {
            STORY.matcher(TextFiles.latin1(file)).results().forEach(story -> add(file, story, training, test));
        }
        Set<String> both = labels(training);
        both.retainAll(labels(test));
        if (both.isEmpty()) {
            throw new CorpusException(
                    folder + ": must have a topic with training and test stories of that topic alone but had none");
        }
        training.removeIf(row -> !both.contains(row.label()));
        test.removeIf(row -> !both.contains(row.label()));
        return Splits.of(Corpus.of(training), Corpus.of(test));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(".sgm"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CorpusException(folder + ": must have .sgm files but had none");
            }
            return files;
        } catch (IOException e) {
            throw new CorpusException(folder + ": cannot be read", e);
        }
    }

    private static void add(Path file, MatchResult story, List<Labeled<String>> training, List<Labeled<String>> test) {
        String attributes = story.group(1);
        List<String> topics = TOPIC.matcher(first(TOPICS, story.group(2)))
                .results()
                .map(topic -> topic.group(1))
                .toList();
        String text = plain(first(TITLE, story.group(2)) + " " + first(BODY, story.group(2)));
        if (topics.size() == 1 && attributes.contains("TOPICS=\"YES\"") && !text.isBlank()) {
            Labeled<String> row = TextFiles.labeled(file.toString(), text, topics.get(0));
            if (attributes.contains("LEWISSPLIT=\"TRAIN\"")) {
                training.add(row);
            } else if (attributes.contains("LEWISSPLIT=\"TEST\"")) {
                test.add(row);
            }
        }
    }

    private static String first(Pattern element, String story) {
        Matcher found = element.matcher(story);
        return found.find() ? found.group(1) : "";
    }

    private static String plain(String text) {
        return text.replaceAll("&#\\d+;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Set<String> labels(List<Labeled<String>> rows) {
        return rows.stream().map(Labeled::label).collect(Collectors.toCollection(HashSet::new));
    }
}
