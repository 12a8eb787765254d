package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What makes logits of unknown origin implausible. */
final class Doubts {

    private static final double TOLERANCE = 1e-3; // of a sum of probabilities

    private Doubts() {}

    /** One sentence per doubt, without a full stop. */
    static List<String> about(String name, Logits logits, Corpus<?> corpus) {
        int[] spoken = IntStream.range(0, logits.size()).filter(logits::speaks).toArray(); // instances
        return spoken.length == 0
                ? List.of()
                : Stream.of(ofOrder(name, logits, corpus, spoken), ofProbabilities(name, logits, spoken))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<String> ofOrder(String name, Logits logits, Corpus<?> corpus, int[] spoken) {
        double agreed = share(spoken, IntStream.of(spoken).filter(i -> logits.top(i) == corpus.classOf(i)));
        long largest = corpus.rows(spoken).counts().stream().max().orElse(0);
        double constant = (double) largest / spoken.length;
        return agreed >= constant
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s names the label of %.1f%% of the training texts, the largest class alone has %.1f%%; are"
                                + " its rows in the order of the corpus?",
                        name,
                        100 * agreed,
                        100 * constant));
    }

    private static double share(int[] all, IntStream some) {
        return (double) some.count() / all.length;
    }

    private static Optional<String> ofProbabilities(String name, Logits logits, int[] spoken) {
        return IntStream.of(spoken).allMatch(i -> areProbabilities(logits.row(i)))
                ? Optional.of(name + " has probabilities, for each row sums to 1; are they to be read as such?")
                : Optional.empty();
    }

    private static boolean areProbabilities(float[] row) {
        double sum = 0;
        for (float value : row) {
            if (value < 0) {
                return false;
            }
            sum += value;
        }
        return Math.abs(sum - 1) <= TOLERANCE;
    }
}
