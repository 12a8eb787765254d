package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.study.TeacherWorth;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can teach, and what of. */
class TeachersTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");
    private Path test = Path.of("");

    @BeforeEach
    void corpora() {
        training = Tickets.training(folder);
        test = Tickets.test(folder);
    }

    private Run teach(Path logits, Object... options) {
        return Run.of("teach", "--train", training, "--logits", logits, options).done();
    }

    private Run distill(Object... options) {
        return Run.of("distill", "--train", training, options);
    }

    private Run compare(String teacher, Object... options) {
        return Run.of("compare", "--train", training, "--test", test, "--teacher", teacher, options);
    }

    private Run compareKeeping(Path logits, String loss) {
        Object[] options = {"--losses", loss, "--epochs", 1, "--seeds", 1, "--cache", folder.resolve("cache")};
        return compare("logits:" + logits, options).done();
    }

    @Test
    void otherLogitsUnderTheSameNameAreAnotherTeacher() {
        Path logits = folder.resolve("teacher.npy");
        List<Run> runs = new ArrayList<>();
        for (String teacher : List.of("linear", "bag")) {
            teach(logits, "--teacher", teacher, "--epochs", 3);
            runs.add(compareKeeping(logits, "bkd"));
        }

        assertThat(runs.get(1).err()).doesNotContain("kept from an earlier run");
    }

    @Test
    void otherLabelsOfTheSameLogitsAreAnotherTeacher() throws IOException {
        Path logits = folder.resolve("teacher.npy");
        teach(logits, "--teacher", "linear");
        Files.delete(folder.resolve("teacher.npy.json")); // as if another tool had written it
        compareKeeping(logits, "kd");
        assertThat(compareKeeping(logits, "kd").err()).contains("kd, seed 1: kept from an earlier run");
        Files.writeString(folder.resolve("teacher.npy.labels"), "fire\nrefund\ndelivery\n");

        assertThat(compareKeeping(logits, "kd").err()).doesNotContain("kept from an earlier run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "linear+bag"})
    void teachersOfSeveralKinds(String teacher) {
        Object[] schedule = {"--epochs", 3, "--batch-size", 8, "--seeds", 1};
        Run run = compare(teacher, schedule, "--cache", "none", "--losses", "kd,bkd")
                .done();

        assertThat(run.out()).contains("| teacher ", "| teacher-la ", "| kd ", "| bkd ");
    }

    @Test
    void aClassifierOfAnEarlierRunTeaches() {
        Path model = folder.resolve("teacher.bkd");
        distill("--teacher", "linear", "--epochs", 3, "--out", model).done();
        Path student = folder.resolve("student.bkd");

        Run run = distill("--teacher", "model:" + model, "--out", student, "--epochs", 3, "--test", test)
                .done();

        assertThat(student).isNotEmptyFile();
        assertThat(run.out()).contains("| teacher ", "| student ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        oracle          | oracle
        linear+oracle   | oracle
        linear+bags     | bags
        """)
    void unknownTeachersAreRefused(String teacher, String name) {
        compare(teacher)
                .refused(
                        "--teacher must be one of transformer, linear, bag, wide-bag, text-cnn, bilstm, some of these joined by "
                                + "+, model:FILE.bkd, logits:FILE.npy, probabilities:FILE.npy but was '" + name + "'");
    }

    @Test
    void taughtLogitsTeachAStudent() {
        Path logits = folder.resolve("teacher.npy");
        teach(logits, "--teacher", "bag", "--epochs", 3);
        assertThat(logits).isNotEmptyFile();
        assertThat(folder.resolve("teacher.npy.labels")).hasContent("delivery\nfire\nrefund");

        Path student = folder.resolve("student.bkd");
        distill("--teacher", "logits:" + logits, "--out", student, "--epochs", 3)
                .done();
        assertThat(student).isNotEmptyFile();
        distill("--teacher", "logits:" + logits, "--out", student, "--transfer", 1)
                .refused("--unlabelled and --transfer must come with a teacher that can predict any text, but"
                        + " logits:teacher.npy has only the training texts");
        Run other = Run.of("distill", "--train", test, "--teacher", "logits:" + logits, "--out", student);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).endsWith("bkd: " + logits + ": must have one row per instance, 24, but had 85\n");
    }

    @Test
    void aStudentLearnsFromUnlabelledTexts() throws IOException {
        Path texts = Tickets.write(folder.resolve("texts.txt"), List.of("the courier is late", "", "my money back"));
        Path more = Files.createDirectory(folder.resolve("more"));
        Tickets.write(
                more.resolve("a.txt"),
                List.of("where is it", Corpus.read(test).instances().get(0)));
        Object[] files = {"--out", folder.resolve("student.bkd"), "--unlabelled", texts, "--unlabelled", more};
        Object[] learning = {"--test", test, "--epochs", 2, files};
        Run run = distill(learning, "--teacher", "bag", "--transfer", 2).done();
        assertThat(run.err()).contains("1 unlabelled texts are also in the test set and are left out\n");
        distill(learning, "--loss", "ce", "--vectors", "none")
                .refused("--unlabelled and --transfer must come with a loss that has a teacher but came with ce");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        distill(learning, "--teacher", "bag", "--unlabelled", empty)
                .refused(empty + ": must have at least one file but has none");
    }

    @Test
    void noTransferTextsAreMadeIfTheTeacherIsNoBetter() {
        StringWriter said = new StringWriter();
        double perText = new StudentOptions()
                .transfer(
                        new TeacherOptions(),
                        () -> new TeacherWorth(0.737, 0.787),
                        Corpus.read(training),
                        new PrintWriter(said, true));
        assertThat(perText).isZero();
        assertThat(said)
                .hasToString(
                        "on training texts left out, the teacher has a balanced accuracy of 0.737, a student without"
                                + " it 0.787: no transfer texts; see docs/guide/no-better.md" + System.lineSeparator());
    }

    /** The teacher of a few epochs on 85 texts is worth what it is worth; both outcomes are said. */
    @Test
    void transferTextsAreMadeIfTheTeacherIsBetter() {
        Object[] linear = {"--teacher", "linear", "--epochs", 1, "--out", folder.resolve("s.bkd")};
        Run run = distill(linear).done();
        assertThat(run.err())
                .containsPattern("on training texts left out, the teacher has a balanced accuracy of [01]\\.\\d{3}, a "
                        + "student without it 0\\.\\d{3}: 425 transfer texts, of which an epoch of a student has "
                        + "at most two per labelled text, or 5,000, whichever is more\n");
        Run none = distill(linear, "--transfer", "none").done();
        assertThat(none.err()).doesNotContain("transfer texts");
    }
}
