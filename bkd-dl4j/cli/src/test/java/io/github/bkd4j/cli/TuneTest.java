package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");
    private Path plan = Path.of("");

    @BeforeEach
    void corpus() {
        training = Tickets.training(folder);
        plan = folder.resolve("plan.yaml");
    }

    private Run tune(Object... options) {
        Object[] bag = {"--teacher", "bag", "--epochs", 2, "--batch-size", 8, "--cache", folder.resolve("cache")};
        return Run.of("tune", "--train", training, "--out", plan, bag, options);
    }

    @Test
    void aPlanIsChosenThatDistillReads() throws IOException {
        Run run = tune("--trials", 6, "--folds", 3).done();

        assertThat(run.out())
                .startsWith("| setting ")
                .contains("| bkd ", "| bkd-paper ", "| bkd-plain ", "| drawn 1 ", "| drawn 3 ")
                .contains("chosen: ");
        assertThat(run.err())
                .contains(
                        "round 3 of 3, bkd-plain: balanced accuracy ",
                        "training 9 of 9, ",
                        "training 16 of 16, 0:00 min left");
        assertThat(plan)
                .content()
                .startsWith("# Made by bkd tune for bkd distill --plan, from training.tsv, fingerprint ")
                .contains("by balanced accuracy pooled over 3 folds of it; seed 1, bkd ", "# chosen: ", "# | setting ")
                .containsSubsequence(
                        "\nteacher: bag\nepochs: 2\nbatch-size: 8\nloss: bkd",
                        "\ntemperature: ",
                        "\nlearning-rate: 0.");
        Run.of("distill", "--plan", plan, "--train", training, "--out", folder.resolve("m.bkd"))
                .done();
    }

    @Test
    @Tag("slow")
    void whatIsFinishedIsNotDoneAgain() throws IOException {
        Run first = tune("--trials", 5, "--folds", 2).done();
        String written = Files.readString(plan);
        Run again = tune("--trials", 5, "--folds", 2).done();

        assertThat(first.err()).doesNotContain("kept");
        assertThat(again.err().lines().filter(line -> line.startsWith("round")))
                .isNotEmpty()
                .allMatch(line -> line.contains("(kept from an earlier run)"));
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(plan).hasContent(written);
    }

    @Test
    @Tag("slow")
    void aValidationFileIsAskedFromSeveralSeeds() {
        Run run = tune("--valid", Tickets.test(folder), "--trials", 1, "--folds", 2, "--no-header", "--text-column", 2)
                .done();
        assertThat(plan).content().contains("\nno-header: true\ntext-column: 2\n");
        assertThat(run.err()).contains("round 2 of 2, bkd: ", "training 6 of 6");
        assertThat(plan).content().contains("# by balanced accuracy on test.tsv, mean over 2 seeds; seed 1, ");
    }

    @Tag("slow")
    @Test
    void aFileOfLogitsTunesOnAValidationFileAlone() {
        Path logits = folder.resolve("teacher.npy");
        Run.of("teach", "--train", training, "--logits", logits, "--teacher", "bag", "--epochs", 2)
                .done();
        Object[] teacher = {"--teacher", "logits:" + logits};
        Run.of("tune", "--train", training, "--out", plan, "--teacher", "logits:" + logits)
                .refused("--teacher logits:" + logits
                        + " must come with --valid: it may have seen the texts of every fold");
        Run run = Run.of(
                        "tune",
                        "--train",
                        training,
                        "--out",
                        plan,
                        teacher[0],
                        teacher[1],
                        "--valid",
                        Tickets.test(folder),
                        "--epochs",
                        2,
                        "--folds",
                        1,
                        "--trials",
                        3,
                        "--cache",
                        "none")
                .done();
        assertThat(run.out()).contains("| bkd-paper ", "| drawn 1 ");
        assertThat(run.out().lines()).noneMatch(line -> line.startsWith("| bkd-plain "));
        assertThat(plan).content().contains("\nteacher: \"logits:" + logits.toAbsolutePath() + "\"\n");
    }

    @Test
    @Tag("slow")
    void littleTimeIsToldFromNone() {
        Run run = tune("--minutes", 1e-9);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .endsWith("bkd: --minutes must be enough for one round of the usual settings but was 1.0E-9\n");
        assertThat(plan).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --trials 0        | --trials must be >= 1 but was 0
        --minutes 0       | --minutes must be finite and > 0 but was 0.0
        --minutes NaN     | --minutes must be finite and > 0 but was NaN
        --folds 1         | --folds must be >= 2 but was 1
        --folds 86        | folds must be >= 2 and at most the training instances, 85, but were 86
        --patience 2      | --patience must be 0, because all settings train for all epochs, but was 2
        --transfer -1      | --transfer must be none or 0 to 100 but was -1.0
        """)
    void wrongSettingsAreRefused(String options, String sentence) {
        tune((Object[]) options.split(" ")).refused(sentence);
    }
}
