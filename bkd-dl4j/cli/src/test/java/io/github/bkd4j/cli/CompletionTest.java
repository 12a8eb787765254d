package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script is tried in the shell itself. */
class CompletionTest {

    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    Path folder;

    private Path script = Path.of("");

    @BeforeEach
    void print() throws IOException {
        script = Files.writeString(
                folder.resolve("bkd"), Run.of("completion", "bash").done().out());
    }

    private static String bash(String... words) throws IOException, InterruptedException {
        assumeThat(BASH).isExecutable();
        String[] line = new String[words.length + 1];
        line[0] = BASH.toString();
        System.arraycopy(words, 0, line, 1, words.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private String completed(String words, int last) throws IOException, InterruptedException {
        return bash(
                "-c",
                "source " + script + "; compopt() { :; }; COMP_WORDS=(" + words + "); COMP_CWORD=" + last
                        + "; _complete_bkd; echo \"${COMPREPLY[@]}\"");
    }

    @Test
    void bashReadsItAndKnowsCommandsAndOptions() throws IOException, InterruptedException {
        assertThat(bash("-n", script.toString())).isEmpty();
        assertThat(completed("bkd ''", 1).split(" "))
                .containsAll(ManualTest.commands())
                .hasSizeGreaterThanOrEqualTo(9);
        assertThat(completed("bkd di", 1)).isEqualTo("distill");
        assertThat(completed("bkd tune --min", 2)).isEqualTo("--minutes");
        assertThat(completed("bkd compare --loss", 2)).contains("--losses");
    }

    @Test
    void zshReadsTheSame() {
        assertThat(Run.of("completion", "zsh").done().out())
                .startsWith("# bkd for zsh\n")
                .contains("bashcompinit");
        Run.of("completion", "fish").refused("SHELL must be bash or zsh but was 'fish'; try 'bkd completion --help'");
    }
}
