package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a teacher is worth, and heads that are regularised. */
class ScoredTeachersTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");

    @BeforeEach
    void corpus() {
        training = Tickets.training(folder);
    }

    @Test
    void aTeacherIsScoredOnItsTrainingTexts() throws IOException {
        Path json = folder.resolve("scores.json");
        Path one = Tickets.write(
                folder.resolve("one.tsv"),
                Stream.concat(Files.readAllLines(training).stream(), Stream.of("lonely\tnobody else says this"))
                        .toList());

        Run run = Run.of("teach", "--train", one, "--score", "--teacher", "linear", "--json", json)
                .done();

        assertThat(run.out()).contains("| teacher ", "| teacher-la ", "| balanced accuracy");
        assertThat(run.err()).contains("bkd: classes of one text are learned but not scored: lonely");
        assertThat(Files.readString(json)).contains("teacher-la").doesNotContain("lonely");
    }

    @Test
    void theHeadIsRegularisedUnlessToldOtherwise() {
        Object[] words = {"teach", "--train", training, "--score", "--adjusted", "--folds", 2, "--cache", "none"};
        String usual = Run.of(words).done().out();
        String chosen = Run.of(words, "--l2", "cv").done().out();
        String strong = Run.of(words, "--l2", "100").done().out();
        String without = Run.of(words, "--l2", "none").done().out();

        assertThat(usual)
                .contains("| teacher-la |")
                .doesNotContain("| teacher |")
                .isEqualTo(chosen);
        assertThat(List.of(chosen, strong, without)).doesNotHaveDuplicates();
    }

    @Test
    void theHeadLearnsFromNamesOfLabels() {
        Path names = Tickets.write(
                folder.resolve("names.tsv"),
                List.of("fire\tsmoke from a battery", "fire\tdanger of burns", "refund\tmoney", "delivery\tparcel"));
        Path logits = folder.resolve("a.npy");
        for (Object value : List.of("labels", names)) {
            Object[] named = {"--l2", "cv", "--label-names", value, "--cache", "none"};
            Run.of("teach", "--train", training, "--logits", logits, named).done();
            assertThat(logits).isNotEmptyFile();
        }
    }

    @Test
    void namesOfOtherLabelsAreRefused() {
        Path names = Tickets.write(folder.resolve("names.tsv"), List.of("fire\tsmoke", "flood\twater"));
        Run.of("teach", "--train", training, "--score", "--l2", "cv", "--cache", "none", "--label-names", names)
                .refused(names + ": must name each label of the training texts and no other but lacked [delivery,"
                        + " refund] and had [flood]");
    }

    @Test
    void labelsThatAreNoWordsAreNoNames() {
        Path numbered = Tickets.write(folder.resolve("numbered.tsv"), List.of("1\ta", "x2\tb", "card\tc"));
        Object[] scored = {"--score", "--folds", 2, "--l2", "cv", "--cache", "none"};
        Run.of("teach", "--train", numbered, scored, "--label-names", "labels")
                .refused("--label-names labels must come with labels that read like words, but these do not: [1, x2]");
    }

    @Test
    void aFewLabelsMayHaveNoName() {
        Path few = Tickets.write(
                folder.resolve("few.tsv"),
                List.of("w2\ttax form", "w2\tincome tax", "card\tlost card", "card\tnew card", "loan\tmoney lent"));
        Object[] logits = {"--logits", folder.resolve("a.npy"), "--cache", "none"};
        Run.of("teach", "--train", few, logits, "--label-names", "labels").done();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --folds 3                                   | --logits or --score must be given
        --score --of no-such.tsv                    | --of must come with --logits
        --logits a.npy --json a.json                | --json must come with --score
        --score --folds 1                           | --folds must be >= 2 but was 1
        --score --teacher linear --folds 999        | --folds must be at most the training texts, 85, but was 999
        --score --teacher logits:a                  | --score must come with a teacher that is trained but came with 'logits:a'
        --score --cross-fit 2                       | --score must come without --cross-fit: its folds are those of --folds
        --score --encoder no-such.onnx[tokenizer=a] | no-such.onnx: no such encoder file
        """)
    void whatCannotBeScoredIsRefused(String options, String sentence) {
        Run.of("teach", "--train", training, options.split(" ")).refused(sentence);
    }
}
