package io.github.bkd4j.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences on what may be wrong with a corpus; none where nothing is. */
final class CorpusSentences {

    private static final int NAMED = 5; // of a kind
    private static final int QUOTED = 60; // characters

    private CorpusSentences() {}

    static Optional<String> ofLookAlikes(List<ClassCounts> groups) {
        return naming(
                "labels that differ only in case, white space or dashes are classes of their own: ",
                groups.stream().map(CorpusSentences::group).toList());
    }

    private static String group(ClassCounts labels) {
        return IntStream.range(0, labels.classes())
                .mapToObj(c -> quoted(labels.labels().get(c)) + " (texts: " + labels.count(c) + ")")
                .collect(Collectors.joining(" and "));
    }

    static Optional<String> ofSeveralLabels(Map<String, Set<String>> texts) {
        return texts.entrySet().stream()
                .findFirst()
                .map(first -> String.format(
                        Locale.ROOT,
                        "training texts with several labels: %,d, such as %s, which is %s",
                        texts.size(),
                        quoted(first.getKey()),
                        list(first.getValue().stream()
                                .map(CorpusSentences::quoted)
                                .toList())));
    }

    static Optional<String> ofUnseenLabels(String part, List<String> labels) {
        return naming(
                part + " labels that training lacks: ",
                labels.stream().map(CorpusSentences::quoted).toList());
    }

    /** Of an empty part nothing is said. */
    static Optional<String> ofUntestedLabels(String part, Overlap overlap) {
        List<String> untested = overlap.untestedLabels();
        int known = overlap.trainingLabels().size();
        int tested = known - untested.size() + overlap.unseenLabels().size();
        return untested.isEmpty() || overlap.heldOut().size() == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "training classes without a %s text: %,d of %,d (%s); balanced accuracy is over the %s "
                                + "that the %s texts have",
                        part,
                        untested.size(),
                        known,
                        list(untested.stream().map(CorpusSentences::quoted).toList()),
                        tested == 1 ? "one class" : String.format(Locale.ROOT, "%,d classes", tested),
                        part));
    }

    static Optional<String> ofSeen(String part, Overlap overlap) {
        List<Overlap.Seen> seen = overlap.same().isEmpty() ? overlap.near() : overlap.same();
        return seen.stream()
                .findFirst()
                .map(first -> String.format(
                        Locale.ROOT,
                        "%s texts that are in training too: %,d of %,d, with another label: %,d, with the same words: "
                                + "%,d more; such as %s",
                        part,
                        overlap.same().size(),
                        overlap.heldOut().size(),
                        overlap.contradicted(),
                        overlap.near().size(),
                        quoted(overlap.heldOut().instances().get(first.row()))));
    }

    private static Optional<String> naming(String sentence, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence + list(names));
    }

    private static String list(List<String> names) {
        String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? named : named + " and " + (names.size() - NAMED) + " more";
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= QUOTED
                ? "'" + line + "'"
                : "'" + line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "...'";
    }
}
