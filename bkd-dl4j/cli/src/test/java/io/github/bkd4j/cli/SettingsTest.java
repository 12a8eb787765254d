package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that could do nothing, or whose harm would be seen after the training alone. */
class SettingsTest {

    @TempDir
    private Path folder;

    private Path training;

    @BeforeEach
    void write() {
        training = Tickets.training(folder);
    }

    private Run distill(Object... options) {
        return Run.of(
                "distill",
                "--train",
                training,
                "--out",
                folder.resolve("m.bkd"),
                "--teacher",
                "bag",
                "--epochs",
                2,
                "--transfer",
                "none",
                options);
    }

    private static List<String> warnings(Run run) {
        return run.done()
                .err()
                .lines()
                .filter(line -> line.contains("has no effect"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ce             | --temperature,--alpha,--beta,--tempering,--unlabelled-tempering,--deferred,--adjustment
        cb             | --temperature,--alpha,--tempering,--unlabelled-tempering,--deferred,--adjustment
        logit-adjusted | --temperature,--alpha,--beta,--tempering,--unlabelled-tempering,--deferred
        kd             | --beta,--tempering,--unlabelled-tempering,--deferred,--adjustment
        bkd            | --adjustment
        """)
    void whatALossDoesNotReadIsWarnedOf(String loss, String unread) {
        Object[] all = {
            "--temperature",
            3,
            "--alpha",
            2,
            "--beta",
            0.5,
            "--tempering",
            1,
            "--unlabelled-tempering",
            0.5,
            "--deferred",
            1,
            "--adjustment",
            2
        };
        assertThat(warnings(distill("--loss", loss, all)))
                .containsExactlyInAnyOrder(List.of(unread.split(",")).stream()
                        .map(option -> "bkd: " + option + " has no effect under " + loss)
                        .toArray(String[]::new));
    }

    @Test
    void defaultsAreNotWarnedOf() {
        assertThat(warnings(distill("--loss", "ce", "--alpha", 1))).isEmpty();
        assertThat(warnings(distill("--loss", "bkd", "--tempering", 0.35, "--unlabelled-tempering", 0.35)))
                .isEmpty();
        assertThat(warnings(distill("--loss", "bkd-plain", "--tempering", 1.5))).isEmpty();
    }

    @Test
    void anAdjustmentAfterTheTrainingReadsItsStrength() {
        Object[] compare = {
            "compare",
            "--train",
            training,
            "--test",
            Tickets.test(folder),
            "--teacher",
            "bag",
            "--seeds",
            1,
            "--epochs",
            1,
            "--cache",
            "none",
            "--adjustment",
            2
        };
        assertThat(warnings(Run.of(compare, "--losses", "ce,ce+pla"))).isEmpty();
        assertThat(warnings(Run.of(compare, "--losses", "ce,focal")))
                .containsExactly("bkd: --adjustment has no effect under ce,focal");
    }

    @Test
    void aCacheThatCannotBeWrittenIsKnownBeforeTheTraining() {
        String refusal = "--cache must be 'none' or a folder to write to but was " + training + ": " + training
                + " is not a folder";
        distill("--cache", training).refused(refusal);
        Run.of("teach", "--train", training, "--logits", folder.resolve("l.npy"), "--cache", training)
                .refused(refusal);
    }

    @Test
    void vectorsOfOtherWordsAreKnownBeforeTheTraining() throws IOException {
        Path vectors = Files.writeString(folder.resolve("v.txt"), "xyzzy 1 2\nplugh 3 4\n");
        distill("--vectors", vectors)
                .refused("--vectors must have a word of the training texts but had none: " + vectors);
        Files.writeString(vectors, "xyzzy 1 2\nparcel 3 4\n");
        distill("--vectors", vectors).done();
    }

    @Test
    void aFolderIsNoTable() {
        Run run = Run.of(
                "distill", "--train", training, "--out", folder.resolve("m.bkd"), "--teacher", "logits:" + folder);
        assertThat(run.err()).endsWith("bkd: " + folder + ": must be a .npy file but was a folder\n");
        assertThat(run.status()).isEqualTo(2);
    }
}
