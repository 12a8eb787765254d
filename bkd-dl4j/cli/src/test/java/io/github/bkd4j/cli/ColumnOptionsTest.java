package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnOptionsTest {

    @TempDir
    private Path folder;

    private Path mail;

    @BeforeEach
    void write() throws IOException {
        mail = Files.writeString(folder.resolve("mail.csv"), """
                id,category,subject,body
                1,billing,pay,"the, bill"
                2,login,reset,password
                """);
    }

    private static void assertTwoTexts(Object... line) {
        Run run = Run.of(line).done();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("2 texts, 2 classes,").contains("| billing |     1 |", "| login   |     1 |");
    }

    @Test
    void aHeaderInAnyCaseAndAnyDelimiterNeedsNoOption() throws IOException {
        Path file = Files.writeString(folder.resolve("german.csv"), "Label;Text\nbilling;pay the bill\nlogin;reset\n");
        assertTwoTexts("inspect", file);
    }

    @Test
    void columnsAreTakenByNameOrNumber() throws IOException {
        assertTwoTexts("inspect", mail, "--label-column", "Category", "--text-column", "subject,body");
        assertTwoTexts("inspect", mail, "--label-column", 2, "--text-column", "subject", "--text-column", 4);
        Path rows = Files.writeString(folder.resolve("rows.tsv"), "pay the bill|billing\nreset|login\n");
        assertTwoTexts("inspect", rows, "--no-header", "--delimiter", "|", "--label-column", 2, "--text-column", 1);
        Path tabs = Files.writeString(folder.resolve("tabs.csv"), "billing\tpay|the,bill\nlogin\treset\n");
        assertTwoTexts("inspect", tabs, "--no-header", "--delimiter", "tab");
        Path json = Files.writeString(
                folder.resolve("mail.jsonl"),
                "{\"meta\": {\"queue\": \"billing\"}, \"text\": \"pay\"}\n{\"meta\": {\"queue\": \"login\"}, \"text\": \"x\"}");
        assertTwoTexts("inspect", json, "--label-column", "meta.queue");
    }

    @Test
    void aHeaderOfATsvIsSaidOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("h.tsv"), "label\ttext\nbilling\tpay\nlogin\treset\n");
        Run run = Run.of("inspect", file).done();
        assertThat(run.out()).startsWith("2 texts, 2 classes,");
        assertThat(run.err())
                .isEqualTo("bkd: " + file + ":1: is taken as a header; --no-header reads it as a row"
                        + System.lineSeparator());
        assertThat(Run.of("inspect", file, "--no-header").done().out()).startsWith("3 texts, 3 classes,");
    }

    @Test
    void swappedColumnsAreWarnedOf() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add("text " + i + "\tbilling");
        }
        Path file = Tickets.write(folder.resolve("swapped.tsv"), rows);
        assertThat(Run.of("inspect", file).done().err())
                .isEqualTo("bkd: " + file + ": 20 classes in 20 texts; are label and text swapped?"
                        + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inspect MAIL",
                "inspect GOOD --test MAIL",
                "distill --train MAIL --out m.bkd",
                "distill --train GOOD --valid MAIL --out m.bkd",
                "distill --train GOOD --test MAIL --out m.bkd",
                "teach --train MAIL --logits l.npy",
                "teach --train GOOD --of MAIL --logits l.npy",
                "compare --train GOOD --test MAIL",
                "tune --train MAIL --out plan.yaml",
                "tune --train GOOD --valid MAIL --out plan.yaml",
            })
    void everyCommandTakesTheOptions(String line) throws IOException {
        Path good = Files.writeString(folder.resolve("good.tsv"), "category\tmessage\na\tone\nb\ttwo\n");
        String words = line.replace("MAIL", mail.toString())
                .replace("GOOD", good.toString())
                .replaceAll(
                        "(m\\.bkd|l\\.npy|plan\\.yaml)", folder.resolve("$1").toString());
        Run.of((Object[]) (words + " --label-column category --text-column message").split(" "))
                .refused(mail + ":1: header must have the columns category and message, each once, but was "
                        + "id,category,subject,body; set --label-column and --text-column to yours, or --no-header if "
                        + "there is none");
    }

    @Test
    void aPlanHasThemToo() throws IOException {
        Path plan = Tickets.write(
                folder.resolve("plan.yaml"),
                List.of(
                        "label-column: category",
                        "text-column: [subject, content]",
                        "delimiter: \",\"",
                        "no-header: false"));
        Run.of("distill", "--plan", plan, "--train", mail, "--out", folder.resolve("m.bkd"))
                .refused(mail + ":1: header must have the columns category, subject and content, each once, but was "
                        + "id,category,subject,body; set --label-column and --text-column to yours, or --no-header if "
                        + "there is none");
    }

    @Test
    void wrongValuesAreRefused() {
        Run.of("inspect", mail, "--delimiter", ",,").refused("--delimiter must be one character or 'tab' but was ',,'");
        Run.of("inspect", mail, "--delimiter", "\"")
                .refused("delimiter must not be a quote or a line end but was '\"'");
        Run.of("inspect", mail, "--label-column", " ").refused("label column must not be blank but was ' '");
    }

    @Test
    void unlabelledTextsComeFromTheTextColumn() {
        Run.of("distill", "--train", mail, "--out", folder.resolve("m.bkd"), "--unlabelled", mail)
                .refused(
                        mail + ":1: header must have the column text, each once, but was id,category,subject,body; set "
                                + "--text-column to yours, or --no-header if there is none");
    }
}
