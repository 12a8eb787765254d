package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.ResultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a corpus to a model and its figures; {@link ClassifyTest} has its answers. */
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
                        .contains("## Intended use", "| balanced accuracy |", "\n- training fingerprint: "));

        Run unscored = Run.of("distill", "--train", training, "--out", out, "--epochs", 1, "--teacher", "bag")
                .done();
        Path card = folder.resolve("new/student.card.md");
        assertThat(unscored.err()).contains("deleted " + card + ", the card of the model that was there before");
        assertThat(card).doesNotExist();
    }

    @Test
    void crossEntropyNeedsNoTeacher() {
        Path out = folder.resolve("ce.bkd");
        Object[] alone = {"--epochs", 1, "--loss", "ce", "--vectors", "none"};
        Run run = Run.of("distill", "--train", training, "--out", out, alone).done();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err()).contains("student, seed 1: epoch 1 of 1, loss ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bag", "wide-bag"})
    void aCompactStudentIsSmallerAndAnswersTheSame(String student) throws IOException {
        Path plain = folder.resolve(student + ".bkd");
        Path compact = folder.resolve(student + "-compact.bkd");
        Object[] alone = {"--epochs", 2, "--loss", "ce", "--vectors", "none", "--student", student};
        Run.of("distill", "--train", training, alone, "--out", plain).done();
        Run.of("distill", "--train", training, alone, "--out", compact, "--compact")
                .done();

        assertThat(Files.size(compact)).isLessThan((long) (0.35 * Files.size(plain)));
        List<String> texts = List.of("my parcel is late", "smoke and danger", "money back");
        assertThat(TextClassifier.load(compact).classify(texts))
                .extracting(Classification::label)
                .isEqualTo(TextClassifier.load(plain).classify(texts).stream()
                        .map(Classification::label)
                        .toList());
    }

    @Test
    void aValidationSetStopsTheTraining() {
        Object[] files = {"--train", training, "--valid", training, "--out", folder.resolve("stopped.bkd")};
        Object[] schedule = {"--epochs", 200, "--batch-size", 8, "--patience", 2};
        Run run = Run.of("distill", files, "--loss", "ce", "--vectors", "none", schedule)
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
        assertThat(rows.get(0).fieldNames()).toIterable().containsExactlyElementsOf(ResultKeys.OF_CLASSES);
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
}
