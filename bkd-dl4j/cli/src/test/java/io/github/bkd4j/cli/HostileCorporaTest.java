package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Corpora that nobody wishes for go through every command. */
class HostileCorporaTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void name() {
        training = folder.resolve("training.tsv");
        model = folder.resolve("model.bkd");
    }

    /** The answers of a student that was trained, inspected and evaluated on these lines. */
    private List<String> answers(List<String> lines, Object... options) {
        Tickets.write(training, lines);
        Run inspection = Run.of("inspect", training, "--test", training, "--report", folder)
                .done();
        assertThat(inspection.out().lines()).allMatch(line -> line.length() < 500);
        Object[] files = {"--train", training, "--test", training, "--out", model, "--cache", "none"};
        Run.of("distill", files, "--report", folder, options).done();
        Run evaluation = Run.of("evaluate", model, "--test", training, "--report", folder)
                .done();
        assertThat(evaluation.out().lines()).allMatch(row -> row.length() < 500);
        Path texts = Tickets.write(
                folder.resolve("texts.txt"),
                lines.stream().limit(100).map(row -> row.split("\t", 2)[1]).toList());
        return Run.of("classify", model, texts)
                .done()
                .out()
                .lines()
                .map(answer -> answer.split("\t", 2)[0])
                .toList();
    }

    private static Object[] linear(int epochs) {
        return new Object[] {"--teacher", "linear", "--epochs", epochs, "--batch-size", 8};
    }

    private static Set<String> labels(List<String> lines) {
        return lines.stream().map(line -> line.split("\t", 2)[0]).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void oneTextPerClass() {
        List<String> lines = List.of("a\tone word", "b\ttwo words", "c\tthree words", "d\tfour words");
        assertThat(answers(lines, linear(2))).hasSize(4).allMatch(labels(lines)::contains);
    }

    @Test
    void twoTextsPerClass() {
        List<String> lines = List.of("a\tone word", "a\tone more", "b\ttwo words", "b\ttwo more");
        assertThat(answers(lines, linear(2))).hasSize(4).allMatch(labels(lines)::contains);
    }

    @Test
    void aClassWhoseTextsAreAllTheSame() {
        List<String> lines = IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0 ? "same\talways the same text" : "other\ttext number" + i % 7 + " of others")
                .toList();
        assertThat(answers(lines, linear(20))).startsWith("same", "other", "same");
    }

    @Test
    void aThousandToOne() {
        List<String> lines = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> i == 0 ? "rare\tsmoke from the battery" : "common\tparcel number" + i % 50 + " is late")
                .toList();
        assertThat(answers(lines, linear(2))).hasSize(100).allMatch(labels(lines)::contains);
    }

    @Tag("slow")
    @Test
    void labelsThatLookLikeSomethingElse() {
        List<String> labels = List.of("NA", "null", "007", "7", "x".repeat(300), "true", "NaN", "-1", "1e5", "#", "~");
        List<String> lines = IntStream.range(0, 40 * labels.size())
                .mapToObj(i -> labels.get(i % labels.size()) + "\tword" + i % labels.size() + " and some of all")
                .toList();
        assertThat(answers(lines, linear(30)).subList(0, labels.size())).isEqualTo(labels);
    }

    @Test
    @Tag("slow")
    void textsOfAHundredThousandWords() {
        Random random = new Random(1);
        List<String> lines = Stream.of("a", "b", "a", "b", "a", "b")
                .map(label -> label + "\t" + label + label + " "
                        + random.ints(100_000, 0, 50_000)
                                .mapToObj(word -> "word" + word)
                                .collect(Collectors.joining(" ")))
                .toList();
        assertThat(answers(lines, linear(2))).hasSize(6).allMatch(labels(lines)::contains);
    }

    @Test
    @Tag("slow")
    void fiveThousandClasses() {
        List<String> lines = IntStream.range(0, 10_000)
                .mapToObj(i -> "class " + i % 5_000 + "\tword" + i % 5_000 + " and word" + i % 71)
                .toList();
        assertThat(answers(lines, "--teacher", "bag", "--epochs", 1, "--batch-size", 64))
                .hasSize(100)
                .allMatch(labels(lines)::contains);
    }

    @Test
    void emojiAndSymbolsAreLearnt() {
        List<String> lines = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? "pos\t\ud83d\ude00\ud83d\ude0d" : "neg\t\ud83d\ude21\ud83d\udc94")
                .toList();
        assertThat(answers(lines, linear(10)))
                .isEqualTo(Stream.iterate("pos", label -> label.equals("pos") ? "neg" : "pos")
                        .limit(100)
                        .toList());
    }

    @Test
    void aTestSetOfOtherClassesAloneIsRefused() {
        answers(List.of("a\tone word", "b\ttwo words"), linear(1));
        Path other = Tickets.write(folder.resolve("other.tsv"), List.of("c\tone", "d\ttwo"));
        Run.of("evaluate", model, "--test", other)
                .refused(other
                        + ": the test set must have a class that training knows but had only 'c', 'd' where training has"
                        + " 'a', 'b'");
    }

    @Test
    void columnsAreLookedForInTheTestSetOfAModel() {
        answers(List.of("a\tone word", "b\ttwo words"), linear(1));
        Path other = Tickets.write(folder.resolve("other.csv"), List.of("category;text", "a;one"));
        Run.of("evaluate", model, "--test", other, "--label-column", "queue")
                .refused(other + ":1: header must have the columns queue and text, each once, but was category;text; "
                        + "set --label-column and --text-column to yours, or --no-header if there is none");
    }

    @Test
    void aTeacherOfOtherClassesIsRefused() {
        answers(List.of("a\tone word", "b\ttwo words"), linear(1));
        Path other = Tickets.write(folder.resolve("other.tsv"), List.of("c\tone", "d\ttwo"));
        for (Object[] command : new Object[][] {
            {"distill", "--out", folder.resolve("other.bkd")}, {"compare", "--test", other, "--losses", "ce,kd"}
        }) {
            Run refused = Run.of(command, "--train", other, "--cache", "none", "--teacher", "model:" + model);
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.err())
                    .endsWith(
                            "bkd: teacher must know the classes of the training split and no others, but lacked 'c', 'd'"
                                    + " and had 'a', 'b' besides" + System.lineSeparator())
                    .doesNotContain("epoch");
        }
    }

    @Test
    void logitsInAnotherOrderThanTheTextsAreDoubtedOnce() throws IOException {
        List<String> lines = IntStream.range(0, 40)
                .mapToObj(i -> i % 4 == 0 ? "rare\tsmoke number" + i : "common\tparcel number" + i)
                .toList();
        Path logits = folder.resolve("l.npy");
        Tickets.write(training, lines);
        Run.of("teach", "--train", training, "--logits", logits, "--teacher", "linear", "--cache", "none")
                .done();
        Files.delete(folder.resolve("l.npy.json"));
        Tickets.write(training, lines.stream().sorted().toList());
        Run run = Run.of(
                        "compare",
                        "--train",
                        training,
                        "--test",
                        training,
                        "--losses",
                        "kd,bkd",
                        "--seeds",
                        1,
                        "--epochs",
                        1,
                        "--cache",
                        "none",
                        "--teacher",
                        "logits:" + logits)
                .done();
        assertThat(run.err())
                .containsOnlyOnce("bkd: logits:l.npy names the label of 60.0% of the training texts, the largest class"
                        + " alone has 75.0%; are its rows in the order of the corpus?" + System.lineSeparator());
    }

    @Test
    void whatIsWrongWithTheCorporaIsSaidBeforeTheTraining() {
        Path test = Tickets.write(folder.resolve("test.tsv"), List.of("a\tone word", "a\tWORD one", "c\tnew"));
        Path valid = Tickets.write(folder.resolve("valid.tsv"), List.of("b\tnew", "d\tnewer"));
        Tickets.write(training, List.of("a\tone word", "A\tone more", "b\tone more", "b\ttwo"));
        Object[] data = {"--train", training, "--test", test, "--valid", valid, "--cache", "none"};
        String warnings = String.join(
                System.lineSeparator(),
                "bkd: labels that differ only in case, white space or dashes are classes of their own: 'A' (texts: 1) and"
                        + " 'a' (texts: 1)",
                "bkd: training texts with several labels: 1, such as 'one more', which is 'A', 'b'",
                "bkd: validation labels that training lacks: 'd'",
                "bkd: training classes without a validation text: 2 of 3 ('A', 'a'); balanced accuracy is over the 2"
                        + " classes that the validation texts have",
                "bkd: test labels that training lacks: 'c'",
                "bkd: training classes without a test text: 2 of 3 ('b', 'A'); balanced accuracy is over the 2 classes"
                        + " that the test texts have",
                "bkd: test texts that are in training too: 1 of 3, with another label: 0, with the same words: 1 more;"
                        + " such as 'one word'");
        for (Object[] command :
                new Object[][] {{"distill", "--out", model}, {"compare", "--losses", "ce", "--seeds", 1}}) {
            Run run = Run.of(command, data, linear(1)).done();
            assertThat(run.err()).containsSubsequence(warnings, "epoch 1 of 1");
        }
    }

    /** Shorter than the student's embeddings; and longer, of fewer words than an embedding has numbers. */
    @ParameterizedTest
    @ValueSource(ints = {100, 300})
    void wordVectorsOfAnyLengthAreTaken(int length) {
        Path vectors = Tickets.write(
                folder.resolve("vectors.txt"),
                List.of("invoice" + " 0.1".repeat(length), "money" + " 0.2".repeat(length)));
        Path training = Tickets.training(folder);
        Object[] files = {"--train", training, "--vectors", vectors, "--cache", "none", "--out", model};
        Run.of("distill", files, linear(1)).done();
    }
}
