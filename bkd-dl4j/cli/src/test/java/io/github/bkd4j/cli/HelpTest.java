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
                .contains("  quickstart  The whole way", "  inspect ", "  distill ", "  evaluate ", "  classify ")
                .contains(".tsv (label<TAB>text, one a line), .csv or")
                .contains("Exit status: 0 done, 2 wrong input (one line says how), 1 a fault of bkd.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "inspect", "distill", "evaluate", "classify"})
    void ofACommandFitsTheTerminal(String command) {
        Run run = Run.of(command, "--help").done();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: bkd " + command + " ").contains("  -h, --help ");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void ofDistillIsInGroups() {
        assertThat(Run.of("distill", "--help").done().out())
                .containsSubsequence(
                        "Corpus and model\n      --train=DATA",
                        "--out=MODEL",
                        "\nNetworks\n      --teacher=NAME",
                        "\nWhat the student learns\n      --loss=NAME",
                        "default 2.0",
                        "default 0.9999",
                        "\nHow long and how fast\n      --epochs=N",
                        "default 20",
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
