package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings from a file. */
class PlanTest {

    @TempDir
    Path folder;

    private Path plan(String text) {
        return Tickets.write(folder.resolve("plan.yaml"), text.lines().toList());
    }

    private static Run run(String command, Path plan, Object... options) {
        return Run.of(command, "--plan", plan, options);
    }

    @Test
    void aStudentFromAPlanIsTheSameAsFromOptions() throws IOException {
        Path planned = folder.resolve("planned.bkd");
        Path typed = folder.resolve("typed.bkd");
        Tickets.training(folder);
        Path plan = plan("""
            # how the tickets' student is made
            train: training.tsv
            teacher: bag
            epochs: 3
            batch-size: 8
            temperature: 1.5
            tempering: '1'
            loss: bkd
            resume: false
            """);
        assertThat(run("distill", plan, "--out", planned).done().err()).doesNotContain("plan.yaml");
        Run.of("distill", "--train", folder.resolve("training.tsv"), "--teacher", "bag", "--epochs", 3)
                .refused("missing required option: '--out=MODEL'; try 'bkd distill --help'");
        Run.of(
                        "distill",
                        "--train",
                        folder.resolve("training.tsv"),
                        "--teacher",
                        "bag",
                        "--epochs",
                        3,
                        "--batch-size",
                        8,
                        "--temperature",
                        1.5,
                        "--tempering",
                        1,
                        "--out",
                        typed)
                .done();
        assertThat(planned).hasSameBinaryContentAs(typed);
    }

    @Test
    void theCommandLineWinsAndThatIsSaid() {
        Tickets.training(folder);
        Path plan = plan("train: training.tsv\nteacher: bag\nepochs: 0\nloss: kd\n");
        Run run = run("distill", plan, "--out", folder.resolve("m.bkd"), "--epochs", 2)
                .done();
        assertThat(run.err())
                .startsWith("bkd: " + plan + ":3: epochs 0 is overridden by the command line" + System.lineSeparator())
                .contains("student, seed 1: epoch 2 of 2");
    }

    @Test
    void compareReadsTheSameFile() {
        Tickets.training(folder);
        Tickets.test(folder);
        Path plan = plan("""
            train: training.tsv
            test: test.tsv
            teacher: bag
            losses: [ce, bkd]
            loss: bkd
            seeds: 1
            epochs: 1
            cache: none
            """);
        Run run = run("compare", plan).done();
        assertThat(run.err()).contains("bkd: " + plan + ":5: loss is not for bkd compare, ignored");
        assertThat(run.out()).contains("| ce ", "| bkd against ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        alfa: 1                        | :1: unknown setting 'alfa', did you mean 'alpha'?; try 'bkd distill --help'
        plan: other.yaml               | :1: unknown setting 'plan'; try 'bkd distill --help'
        help: true                     | :1: unknown setting 'help'; try 'bkd distill --help'
        --alpha: 1                     | :1: unknown setting '--alpha', did you mean 'alpha'?; try 'bkd distill --help'
        alpha: [1, 2]                  | :1: alpha must be one value but was a list
        alpha:                         | :1: alpha must have a value but had none
        alpha: {a: 1}                  | :1: alpha must be a value or a list of values but was not
        alpha: x                       | :1: --alpha must be a number such as 0.5 but was 'x'; try 'bkd distill --help'
        softened-at: 0                 | :1: temperature must be finite and > 0 but was 0.0
        cross-fit: 1                   | :1: --cross-fit must be 0 or >= 2 but was 1
        alpha: -1                      | :1: alpha must be finite and >= 0 but was -1.0
        batch-size: 0                  | :1: batch size must be >= 1 but was 0
        loss: mse                      | :1: --loss must be one of bkd, bkd-plain, bkd-paper, kd, kd-la, dkd, ce, cb, focal, ldam-drw, logit-adjusted, ce+pseudo, la+pseudo, each also with +pla behind it, but was 'mse'
        resume: on                     | :1: resume must be true or false but was 'on'
        threads: 0                     | :1: --threads must be >= 1 but was 0; try 'bkd --help'
        "alpha: 1~alpha: 2"            | :2: alpha must come once but came twice
        ""                             | :1: must have settings, such as 'temperature: 2', but had none
        "# nothing~~"                  | :3: must have settings, such as 'temperature: 2', but had none
        - alpha                        | :1: must be names with values, such as 'temperature: 2', but was not
        temperature                    | :1: must be names with values, such as 'temperature: 2', but was not
        [alpha]: 1                     | :1: a name must be one word but was not
        "alpha: 1~---~alpha: 2"        | :2: must be one document but had another
        "a: &x 1~alpha: *x"            | :1: must be plain but had an anchor or an alias (& or *)
        alpha: *x                      | :1: must be plain but had an anchor or an alias (& or *)
        alpha: !!java.net.URL [x]      | :1: must be plain but had the tag 'tag:yaml.org,2002:java.net.URL'
        !x {alpha: 1}                  | :1: must be plain but had the tag '!x'
        "alpha: 1~ beta: 2"            | :2: must be YAML but was not: mapping values are not allowed here
        """)
    void whatIsWrongIsSaidInASentenceWithFileAndLine(String text, String sentence) {
        Path plan = plan(text.replace('~', '\n'));
        run("distill", plan, "--train", "no-such.tsv", "--out", "m.bkd").refused(plan + sentence);
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        Path none = folder.resolve("none.yaml");
        run("distill", none).refused(none + ": no such file");
        run("distill", folder).refused(folder + ": must be a file but was a folder");
        Path large = plan("# " + "x".repeat(1 << 16));
        run("compare", large).refused(large + ": must have at most 65536 bytes but had more");
        Files.write(none, "alpha: 1\nloss: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        run("compare", none).refused(none + ":2: must be UTF-8 but was not");
        Path deep = plan("alpha: " + "[".repeat(60_000));
        run("distill", deep).refused(deep + ":1: alpha must be a value or a list of values but was not");
    }

    @Test
    void pathsBeginAtThePlansFolder() {
        Path plan = plan("teacher: logits:said.npy\ntrain: no-such.tsv\n");
        Path train = folder.resolve("no-such.tsv");
        run("distill", plan, "--out", "m.bkd").refused(train + ": no such file");
        Tickets.write(train, List.of("a\tone", "b\ttwo"));
        Run run = run("distill", plan, "--out", folder.resolve("m.bkd"));
        assertThat(run.err()).contains("bkd: " + folder.resolve("said.npy"));
    }

    @Test
    void whatNoFileSystemHasIsNoPath() {
        Path plan = plan("train: \"a\\0b\"");
        run("distill", plan).refused(plan + ":1: train must be a path but was not");
    }

    @Test
    void aPlanIsReadForItsOwnCommandAlone() {
        Run.of("evaluate", "m.bkd", "--test", "t.tsv", "--plan", "p.yaml")
                .refused("unknown option '--plan'; try 'bkd evaluate --help'");
    }
}
