package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CorpusCheckTest {

    private static Corpus<String> corpus(String... rows) {
        return Corpus.of(Stream.of(rows)
                .map(row -> row.split("\\|", 2))
                .map(row -> new Labeled<>(row[1], row[0]))
                .toList());
    }

    private static List<String> warnings(Corpus<String> training, Corpus<String> validation, Corpus<String> test) {
        return CorpusCheck.warnings(Splits.of(training, validation, test));
    }

    @Test
    void labelsThatDifferInCaseWhiteSpaceOrDashesLookAlike() {
        Corpus<String> training = corpus(
                "Log In|a", "log-in|b", "login|c", "login|d", "log\u2013\u00a0in|e", "log_in|f", "other|g", "Other|h");

        assertThat(CorpusCheck.of(training).lookAlikes())
                .containsExactly(
                        new ClassCounts(
                                List.of("Log In", "log-in", "login", "log\u2013\u00a0in"), List.of(1L, 1L, 2L, 1L)),
                        new ClassCounts(List.of("Other", "other"), List.of(1L, 1L)));
        assertThat(CorpusCheck.of(training).warnings())
                .containsExactly("labels that differ only in case, white space or dashes are classes of their own:"
                        + " 'Log In' (texts: 1) and 'log-in' (texts: 1) and 'login' (texts: 2) and"
                        + " 'log\u2013\u00a0in' (texts: 1), 'Other' (texts: 1) and 'other' (texts: 1)");
    }

    @Test
    void aLabelWithoutATextLooksLikeNoOther() {
        Corpus<String> part = corpus("a|one", "A|two").rows(new int[] {0});

        assertThat(CorpusCheck.of(part).lookAlikes()).isEmpty();
    }

    @Test
    void manyGroupsAreCutShort() {
        Corpus<String> training = Corpus.of(IntStream.range(0, 14)
                .mapToObj(i -> new Labeled<>("text " + i, (i % 2 == 0 ? "c" : "C") + i / 2))
                .toList());

        assertThat(CorpusCheck.of(training).warnings())
                .singleElement()
                .asString()
                .endsWith("'C4' (texts: 1) and 'c4' (texts: 1) and 2 more");
    }

    @Test
    void aTextWithSeveralLabels() {
        Corpus<String> training = corpus(
                "refund|Money  back", "x|x", "delivery|Money\u00a0back ", "refund|caf\u00e9", "x|cafe\u0301", "x|x");
        CorpusCheck check = CorpusCheck.of(training);

        assertThat(check.severalLabels())
                .isEqualTo(Map.of("Money  back", Set.of("delivery", "refund"), "caf\u00e9", Set.of("refund", "x")));
        assertThat(check.duplicates()).isEqualTo(1);
        assertThat(check.warnings())
                .containsExactly("training texts with several labels: 2, such as 'Money back', which is 'delivery',"
                        + " 'refund'");
    }

    @Test
    void textsThatTrainingHasSeen() {
        Corpus<String> training = corpus("a|where is my parcel", "b|money back", "b|\u2764", "a|where is it");
        Corpus<String> test = corpus(
                "a|where is  my parcel",
                "a|money back",
                "b|my parcel: where is it? is it?",
                "b|Where is my parcel",
                "a|\u2764 \u2764",
                "c|new");
        Overlap overlap = CorpusCheck.of(training).against(test);

        assertThat(overlap.same()).containsExactly(new Overlap.Seen(0, 0, true), new Overlap.Seen(1, 1, false));
        assertThat(overlap.near()).containsExactly(new Overlap.Seen(3, 0, false));
        assertThat(overlap.contradicted()).isEqualTo(1);
        assertThat(overlap.unseenLabels()).containsExactly("c");
        assertThat(overlap.warnings("test"))
                .containsExactly(
                        "test labels that training lacks: 'c'",
                        "test texts that are in training too: 2 of 6, with another label: 1, with the same words: 1"
                                + " more; such as 'where is my parcel'");
    }

    @Test
    void nearDuplicatesAloneAreWarnedOf() {
        assertThat(CorpusCheck.of(corpus("a|one two"))
                        .against(corpus("a|Two, one"))
                        .warnings("validation"))
                .containsExactly("validation texts that are in training too: 0 of 1, with another label: 0, with the"
                        + " same words: 1 more; such as 'Two, one'");
    }

    @Test
    void splitsAreLookedAtTogether() {
        String longText = "x".repeat(100);
        Corpus<String> training = corpus("a|one", "b|" + longText);

        assertThat(warnings(training, training.rows(new int[0]), training.rows(new int[0])))
                .isEmpty();
        assertThat(warnings(training, corpus("c|new"), corpus("b|" + longText)))
                .containsExactly(
                        "validation labels that training lacks: 'c'",
                        "training classes without a validation text: 2 of 2 ('a', 'b'); balanced accuracy is over the one"
                                + " class that the validation texts have",
                        "training classes without a test text: 1 of 2 ('a'); balanced accuracy is over the one class"
                                + " that the test texts have",
                        "test texts that are in training too: 1 of 1, with another label: 0, with the same words: 0"
                                + " more; such as '" + "x".repeat(60) + "...'");
    }

    @Test
    void classesThatNoTestTextHasAreNamedTheLargestFirst() {
        Corpus<String> training = corpus("a|one", "b|two", "c|three", "c|four", "d|five", "e|six", "f|seven", "g|x");
        Corpus<String> whole = corpus("a|eight", "c|nine", "new|ten");

        assertThat(CorpusCheck.of(training).against(whole.rows(new int[] {0})).untestedLabels())
                .containsExactly("c", "b", "d", "e", "f", "g");
        assertThat(CorpusCheck.of(training)
                        .against(whole.rows(new int[] {0, 2}))
                        .warnings("test"))
                .containsExactly(
                        "test labels that training lacks: 'new'",
                        "training classes without a test text: 6 of 7 ('c', 'b', 'd', 'e', 'f' and 1 more); balanced"
                                + " accuracy is over the 2 classes that the test texts have");
    }

    @Test
    void labelsOfAPartThatDoNotOccurThereAreNoLabelsOfIt() {
        Corpus<String> whole = corpus("a|one", "b|two");

        assertThat(CorpusCheck.of(whole.rows(new int[] {0}))
                        .against(whole.rows(new int[] {0}))
                        .unseenLabels())
                .isEmpty();
        assertThat(CorpusCheck.of(whole.rows(new int[] {0})).against(whole).unseenLabels())
                .containsExactly("b");
    }

    @Tag("slow")
    @Test
    void aHundredThousandTextsTakeSeconds() {
        Random random = new Random(1);
        Corpus<String> training = Corpus.of(IntStream.range(0, 100_000)
                .mapToObj(i -> new Labeled<>(
                        random.ints(12, 0, 5_000).mapToObj(w -> "word" + w).collect(Collectors.joining(" ")),
                        "class " + i % 150))
                .toList());

        Overlap overlap = Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> CorpusCheck.of(training).against(training));
        assertThat(overlap.same()).hasSize(100_000);
    }
}
