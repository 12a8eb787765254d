package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** teach on texts with sets of labels, and teachers that are cross-fitted. */
class TeachLabelSetsTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");
    private Path npy = Path.of("");

    @BeforeEach
    void corpus() {
        training = News.write(folder.resolve("train.jsonl"), 1, 60);
        npy = folder.resolve("t.npy");
    }

    private Run bkd(String command, Object... options) {
        return Run.of(command, "--train", training, "--cache", "none", "--epochs", 5, "--batch-size", 8, options);
    }

    private static Logits logits(Path npy, Path corpus) {
        return LogitsFile.ofTexts(npy).about(MultiLabelCorpus.read(corpus));
    }

    /** The first row of what a student of a teacher says of its training texts. */
    private float[] student(Object... teacher) {
        Path model = folder.resolve("m.bkd");
        bkd("distill", "--thresholds", "half", "--out", model, teacher).done();
        return MultiLabelClassifier.load(model)
                .predict(MultiLabelCorpus.read(training).instances())
                .row(0);
    }

    @ParameterizedTest
    @CsvSource({"0", "3"})
    void logitsOfAFileTeachWhatTheirTeacherDoes(int crossFit) {
        Run run = bkd("teach", "--teacher", "bag", "--cross-fit", crossFit, "--logits", npy)
                .done();

        assertThat(run.err()).contains("wrote " + npy + ", " + npy + ".labels and " + npy + ".json");
        assertThat(student("--teacher", "logits:" + npy))
                .isEqualTo(student("--teacher", "bag", "--cross-fit", crossFit));
    }

    @Test
    void logitsAreOfTheTextsAndTheLossThatAreAskedFor() {
        Path others = News.write(folder.resolve("others.jsonl"), 2, 20);
        Path adjusted = folder.resolve("la.npy");
        bkd("teach", "--teacher", "bag", "--of", others, "--logits", npy).done();
        bkd("teach", "--teacher", "bag", "--of", others, "--adjusted", "--logits", adjusted)
                .done();

        Logits plain = logits(npy, others);
        assertThat(plain.size()).isEqualTo(20);
        assertThat(plain.labels()).isEqualTo(News.LABELS);
        int rare = 2;
        assertThat(logits(adjusted, others).row(0)[rare]).isGreaterThan(plain.row(0)[rare]);
    }

    @Test
    void teachersAreScoredOnTextsThatTheyHaveNotSeen() throws IOException {
        Path json = folder.resolve("scores.json");

        Run run = bkd("teach", "--teacher", "bag", "--score", "--folds", 3, "--json", json)
                .done();

        assertThat(run.out()).contains("| teacher ", "| teacher-la ", "micro-F1", "macro-F1");
        JsonNode rows = new ObjectMapper().readTree(json.toFile());
        assertThat(rows.findValuesAsText("system")).containsExactly("teacher", "teacher-la");
        assertThat(rows.get(0).get("macroF1").asDouble()).isBetween(0.0, 1.0);
        assertThat(bkd("teach", "--teacher", "bag", "--score", "--folds", 3, "--thresholds", "half", "--adjusted")
                        .done()
                        .out())
                .contains("| teacher-la ")
                .doesNotContain("| teacher |");
    }

    @Test
    void labelsInOneFieldHaveASeparator() throws IOException {
        training = Files.write(
                folder.resolve("train.csv"),
                List.of("label,text", "oil|ship,oil by ship", "oil,crude oil", ",nothing", "ship,a ship"));

        bkd("teach", "--label-separator", "|", "--teacher", "bag", "--logits", npy)
                .done();

        assertThat(Files.readAllLines(folder.resolve("t.npy.labels"))).containsExactly("oil", "ship");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --score --teacher bag --folds 61                 | --folds must be at most the training texts, 60, but was 61
        --score --teacher bag --cross-fit 2              | --score must come without --cross-fit: its folds are those of --folds
        --score --teacher logits:a                       | --score must come with a teacher that is trained but came with 'logits:a'
        --score --thresholds two                         | --thresholds must be one of half, one, per-label but was 'two'
        --logits a.npy --thresholds one                  | --thresholds must come with --score
        --logits a.npy --teacher logits:a --of b.jsonl   | --of must come with a teacher that can predict any text, but logits:a has only the training texts
        --logits a.npy --teacher bag --cross-fit 61      | --cross-fit must be at most the training texts, 60, but was 61
        --logits a.npy --valid b.jsonl                   | --valid must come with texts that have one label each, but these have sets of labels
        """)
    void whatCannotBeTaughtIsRefused(String options, String sentence) {
        Run.of("teach", "--train", training, options.split(" +")).refused(sentence);
    }

    @Test
    void thresholdsAreOfLabelSets() {
        Run.of("teach", "--train", Tickets.training(folder), "--score", "--thresholds", "one")
                .refused("--thresholds must come with texts that have sets of labels but these have one label each");
    }

    @Test
    void textsWithoutAnyLabelAreNoCorpus() throws IOException {
        Path bare = Files.writeString(folder.resolve("bare.jsonl"), News.line(List.of(), new Random(1)) + "\n");
        Run run = bkd("teach", "--teacher", "bag", "--of", bare, "--logits", npy);
        assertThat(run.status()).isEqualTo(2);
        assertThat(npy).doesNotExist();
    }
}
