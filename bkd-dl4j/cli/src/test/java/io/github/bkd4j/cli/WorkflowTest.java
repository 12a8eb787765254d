package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a corpus to a model to answers. */
class WorkflowTest {

    @TempDir
    private static Path folder;

    private static Path training = Path.of("");
    private static Path test = Path.of("");
    private static Path model = Path.of("");

    @BeforeAll
    static void train() {
        test = Tickets.test(folder);
        model = Tickets.model(folder);
        training = Tickets.training(folder);
    }

    private static Run classify(String text) {
        return Run.withInput(text.getBytes(UTF_8), "classify", model).done();
    }

    private static List<String> labels(Run run) {
        return run.out().lines().map(line -> line.split("\t", -1)[0]).toList();
    }

    @Test
    void inspectTellsTheTailAndTheTexts() {
        Run run = Run.of("inspect", training).done();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("85 texts, 3 classes, imbalance factor 12.0 (the largest class over the smallest)")
                .contains("classes by number of texts (many > 100, medium 20-100, few < 20): 0 many, 2 medium, 1 few")
                .contains("| words per text            | median 6, 95% at most 6, longest 6 |")
                .contains("| fire     |     5 |    few |   tail |");
    }

    @Test
    void inspectTellsWhatTrainingHasSeenOfTheTest() {
        Path pages = folder.resolve("pages");
        Path page = pages.resolve("inspection.html");
        Run run = Run.of("inspect", training, "--test", training, "--report", pages)
                .done();
        assertThat(run.err()).isEqualTo("wrote " + page + System.lineSeparator());
        assertThat(run.out()).containsPattern("test texts that are in training +\\| +85 \\(100.0%\\) \\|");
        assertThat(page).content().contains("<h2>Test texts that training has seen</h2>");
    }

    @Test
    void distillReportsOnTeacherAndStudent() {
        Path out = folder.resolve("new/student.bkd");
        Run run = Run.of(
                        "distill", "--train", training, "--test", test, "--out", out, "--epochs", 2, "--teacher", "bag")
                .done();
        assertThat(run.out()).startsWith("| system     | accuracy | balanced accuracy (95%) |");
        assertThat(run.out().lines()).hasSize(6);
        assertThat(run.out()).contains("\n| teacher-la | ").contains("\n| student    | ");
        assertThat(run.err().lines().filter(line -> !line.startsWith("bkd: ")))
                .hasSize(9)
                .element(2)
                .asString()
                .matches("teacher-la, seed 1: epoch 1 of 2, loss \\d\\.\\d{4}");
        assertThat(run.err())
                .contains("teacher-la, seed 1: " + Threads.count() + " thread")
                .containsPattern("student, seed 1: epoch 2 of 2, loss \\S+ \\(hard labels \\S+, distillation \\S+\\)")
                .contains("wrote " + out + System.lineSeparator());
        assertThat(out).isNotEmptyFile();
        assertThat(folder.resolve("new/student.card.md")).content().startsWith("# student.bkd\n");
        assertThat(TextClassifier.card(out))
                .hasValueSatisfying(card -> assertThat(card)
                        .contains("## Intended use", "| balanced accuracy |", "| training fingerprint |"));
    }

    @Test
    void crossEntropyNeedsNoTeacher() {
        Path out = folder.resolve("ce.bkd");
        Run run = Run.of(
                        "distill",
                        "--train",
                        training,
                        "--out",
                        out,
                        "--epochs",
                        1,
                        "--loss",
                        "ce",
                        "--vectors",
                        "none")
                .done();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err()).contains("student, seed 1: epoch 1 of 1, loss ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bag", "wide-bag"})
    void aCompactStudentIsSmallerAndAnswersTheSame(String student) throws IOException {
        Path plain = folder.resolve(student + ".bkd");
        Path compact = folder.resolve(student + "-compact.bkd");
        List<Object> arguments = List.of(
                "distill",
                "--train",
                training,
                "--epochs",
                2,
                "--loss",
                "ce",
                "--vectors",
                "none",
                "--student",
                student);
        Run.of(with(arguments, "--out", plain)).done();
        Run.of(with(arguments, "--out", compact, "--compact")).done();

        assertThat(Files.size(compact)).isLessThan((long) (0.35 * Files.size(plain)));
        List<String> texts = List.of("my parcel is late", "smoke and danger", "money back");
        assertThat(TextClassifier.load(compact).classify(texts))
                .extracting(Classification::label)
                .isEqualTo(TextClassifier.load(plain).classify(texts).stream()
                        .map(Classification::label)
                        .toList());
    }

    private static Object[] with(List<Object> arguments, Object... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toArray();
    }

    @Test
    void aValidationSetStopsTheTraining() {
        Run run = Run.of(
                        "distill",
                        "--train",
                        training,
                        "--valid",
                        training,
                        "--out",
                        folder.resolve("stopped.bkd"),
                        "--loss",
                        "ce",
                        "--vectors",
                        "none",
                        "--epochs",
                        200,
                        "--batch-size",
                        8,
                        "--patience",
                        2)
                .done();
        assertThat(run.err()).contains(", validation balanced accuracy 0.");
        assertThat(run.err().lines()).hasSizeLessThan(200);
    }

    @Test
    void theSameSeedGivesTheSameModel() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        assertThat(Tickets.model(again)).hasSameBinaryContentAs(model);
    }

    @Test
    void evaluatePrintsAndWritesTheFigures() throws IOException {
        Path json = folder.resolve("figures/evaluation.json");
        Path pages = folder.resolve("figures");
        Path page = pages.resolve("report.html");
        Run run = Run.of("evaluate", model, "--test", test, "--json", json, "--report", pages)
                .done();
        assertThat(run.err()).isEqualTo("wrote " + page + System.lineSeparator());
        assertThat(page).content().contains("tickets.bkd finds ", "<dt><bdi>training fingerprint");
        assertThat(run.out()).startsWith("| figure            | tickets.bkd |   95% interval |");
        assertThat(run.out()).contains("| balanced accuracy |");
        JsonNode rows = new ObjectMapper().readTree(json.toFile());
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "system",
                        "seed",
                        "accuracy",
                        "balancedAccuracy",
                        "macroF1",
                        "many",
                        "medium",
                        "few",
                        "head",
                        "middle",
                        "tail",
                        "ece",
                        "trainSeconds",
                        "parameters",
                        "balancedAccuracyLow",
                        "balancedAccuracyHigh",
                        "microF1",
                        "gMean",
                        "top5",
                        "aurc");
        assertThat(rows.get(0).get("many").isNull()).isTrue();
        assertThat(rows.get(0).get("balancedAccuracy").asDouble()).isBetween(0.9, 1.0);
    }

    @Test
    void evaluateWarnsOfClassesThatTrainingNeverSaw() throws IOException {
        Path unseen = folder.resolve("unseen.tsv");
        Files.writeString(unseen, Files.readString(test) + "praise\tmy parcel is not late\n".repeat(8));
        Path json = folder.resolve("unseen.json");
        Run run = Run.of("evaluate", model, "--test", unseen, "--json", json).done();
        assertThat(run.err())
                .isEqualTo("bkd: test classes that training does not know count as recall 0: 'praise'"
                        + System.lineSeparator());
        assertThat(new ObjectMapper()
                        .readTree(json.toFile())
                        .get(0)
                        .get("balancedAccuracy")
                        .asDouble())
                .isBetween(0.6, 0.75); // 0 for one class of four
    }

    @Test
    void classifyAnswersALineForALine() throws IOException {
        List<String> texts = List.of("why is my parcel late", "money back please", "smoke\tand a hot battery", "");
        Path file = Tickets.write(folder.resolve("texts.txt"), texts);
        Run fromFile = Run.of("classify", model, file).done();
        assertThat(fromFile.out().lines().map(line -> line.split("\t", 3)[2])).containsExactlyElementsOf(texts);
        assertThat(labels(fromFile)).startsWith("delivery", "refund", "fire");
        assertThat(fromFile.out().lines()).allMatch(line -> line.matches("[a-z]+\t[01]\\.\\d{4}\t.*"));
        assertThat(classify(Files.readString(file))).isEqualTo(fromFile);
        assertThat(Run.withInput(Files.readAllBytes(file), "classify", model, "-"))
                .isEqualTo(fromFile);
    }

    @Test
    void whatGoesInAndWhatComesOutPairLineByLine() throws IOException {
        Path file = Files.writeString(folder.resolve("cr.txt"), "\uFEFFparcel late\rsmoke\nmoney back\r\nhot battery");
        assertThat(Run.of("classify", model, file).done().out().lines().map(line -> line.split("\t", 3)[2]))
                .containsExactly("parcel late smoke", "money back", "hot battery");
        Path macintosh = Files.writeString(folder.resolve("old.txt"), "parcel late\rsmoke\r");
        Run.of("classify", model, macintosh)
                .refused(macintosh + ":1: lines must end in LF or CRLF but ended in CR alone");
    }

    @Test
    void classifyAnswersTheTextOfEachRow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mail.csv"), "id;subject;body\n1;smoke;\"and\nhot battery\"\n2;;money back please\n");
        Run run = Run.of("classify", model, file, "--text-column", "Subject", "--text-column", "body")
                .done();
        assertThat(labels(run)).containsExactly("fire", "refund");
        assertThat(run.out().lines().map(line -> line.split("\t", 3)[2]))
                .containsExactly("smoke and hot battery", "money back please");
        Run.of("classify", model, file)
                .refused(file + ":1: header must have the column text, each once, but was id,subject,body; set "
                        + "--text-column to yours, or --no-header if there is none");
    }

    @Test
    void classifyAnswersEveryOneOfManyLines() {
        assertThat(labels(classify("smoke and hot battery\n".repeat(1000))))
                .hasSize(1000)
                .containsOnly("fire");
    }

    @Test
    void nothingIsClassifiedIntoNothing() {
        assertThat(classify("")).isEqualTo(new Run(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz yyy", "", "!?", "\u6771\u4eac", "\ud83d\ude00"})
    void theClassOfATextOfNoKnownWordIsAGuessAndThatIsSaid(String text) {
        String texts = "parcel\n" + text + "\n" + text + "\n";
        Run run = classify(texts);
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.err())
                .isEqualTo(
                        "bkd: texts that have nothing the model has learnt, whose class is a guess: 2 of 3, the first"
                                + " in line 2" + System.lineSeparator());

        Run unknown = Run.withInput(texts.getBytes(UTF_8), "classify", model, "--unknown", "unclear");
        assertThat(labels(unknown)).containsExactly("delivery", "unclear", "unclear");
        assertThat(unknown.out().lines().skip(1)).containsOnly("unclear\t0.0000\t" + text);
        assertThat(unknown.err()).isEqualTo(run.err());
    }

    @Test
    void linesAreCountedOverAllBatches() {
        assertThat(classify("parcel\n".repeat(1500) + "zzz\n").err())
                .isEqualTo("bkd: texts that have nothing the model has learnt, whose class is a guess: 1 of 1,501, the"
                        + " first in line 1501" + System.lineSeparator());
    }

    @Test
    void aTextOfAMillionWordsIsCutAndThatIsSaidOnce() {
        String text = "parcel ".repeat(1_000_000).strip() + "\n";
        Run run = classify(text + text);
        assertThat(labels(run)).containsExactly("delivery", "delivery");
        assertThat(run.err())
                .isEqualTo("bkd: text 1 has 1000000 words; the first 256 are looked at (said once)"
                        + System.lineSeparator());
    }

    @Test
    void classifyRefusesWhatIsNoFile() {
        Path none = folder.resolve("none.txt");
        Run.of("classify", model, none).refused(none + ": no such file");
        Run.of("classify", model, folder).refused(folder + ": must be a file but was a folder");
    }

    @Test
    void classifyRefusesWhatIsNotUtf8() throws IOException {
        byte[] bytes = "smoke\nstra\u00dfe\n".getBytes(ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.txt"), bytes);
        Run.of("classify", model, file).refused(file + ":2: must be UTF-8 but byte 5 of the line was 0xDF");
        Run.withInput(bytes, "classify", model)
                .refused("standard input:2: must be UTF-8 but byte 5 of the line was 0xDF");
    }
}
