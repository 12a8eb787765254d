package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @Test
    void nothingIsHelpedByAHint() {
        Run.of().refused("a command is missing; try 'bkd quickstart' or 'bkd --help'");
    }

    @Test
    void namesEveryCommandAndTheFormsOfData() {
        Run run = Run.of("--help").done();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: bkd [-hV] [--backend=NAME] [--threads=N] COMMAND")
                .contains(
                        "  quickstart  Train, compare",
                        "  inspect ",
                        "  split ",
                        "  distill ",
                        "  teach ",
                        "  compare ",
                        "  tune ",
                        "  evaluate ",
                        "  calibrate ",
                        "  classify ",
                        "  serve ",
                        "  completion ")
                .contains(".tsv (label<TAB>text, one per line), .csv\n")
                .contains("Exit status\n  0 done, 2 wrong input (explained in one line), 1 a bug in bkd.");
    }

    @Test
    void ofDistillIsInGroups() {
        assertThat(Run.of("distill", "--help").done().out())
                .containsSubsequence(
                        "Corpus and model\n      --train=DATA",
                        "--out=MODEL",
                        "--loss=NAME",
                        "\nTeacher\n      --teacher=NAME",
                        "\nStudent\n      --student=NAME",
                        "\nLoss\n      --temperature=T",
                        "default 2.0",
                        "default 0.9999",
                        "\nTraining\n      --epochs=N",
                        "default 40",
                        "--seed=S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "distill", "classify"})
    void theVersionIsThatOfEveryCommand(String command) {
        Run run = (command.isEmpty() ? Run.of("--version") : Run.of(command, "--version")).done();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("bkd ").contains("Java " + System.getProperty("java.version"));
    }
}
