package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");
    private Path test = Path.of("");

    @BeforeEach
    void corpora() {
        training = Tickets.training(folder);
        test = Tickets.test(folder);
    }

    private Run compare(Object... options) {
        return compareKeeping(folder.resolve("cache"), options);
    }

    private Run compareKeeping(Object cache, Object... options) {
        Object[] bag = {"--teacher", "bag", "--epochs", 3, "--batch-size", 8, "--cache", cache};
        return Run.of("compare", "--train", training, "--test", test, bag, options);
    }

    @Test
    void everySystemIsInTheTableAndInTheJsonOfEverySeed() throws IOException {
        Path json = folder.resolve("figures.json");
        Path report = folder.resolve("report");
        Run run = compare(
                        "--losses",
                        "ce,ce+pla,ldam-drw,bkd-plain,bkd",
                        "--seeds",
                        2,
                        "--json",
                        json,
                        "--report",
                        report)
                .done();

        assertThat(run.out())
                .containsSubsequence(
                        "| teacher ", "| teacher-la ", "| ce ", "| ce+pla ", "| ldam-drw ", "| bkd-plain ", "| bkd ")
                .containsSubsequence("| bkd against ", "| teacher ", "| ce+pla ");
        JsonNode rows = new ObjectMapper().readTree(json.toFile());
        assertThat(rows.findValuesAsText("system"))
                .containsExactly(
                        "teacher",
                        "teacher-la",
                        "ce",
                        "ce+pla",
                        "ldam-drw",
                        "bkd-plain",
                        "bkd",
                        "ce",
                        "ce+pla",
                        "ldam-drw",
                        "bkd-plain",
                        "bkd");
        assertThat(rows.findValuesAsText("seed")).endsWith("1", "2", "2", "2", "2", "2");
        JsonNode differences =
                new ObjectMapper().readTree(report.resolve("differences.json").toFile());
        assertThat(differences.findValuesAsText("system")).containsOnly("bkd");
        assertThat(differences.findValuesAsText("against")).contains("teacher", "ce+pla", "bkd-plain");
        for (String file : List.of("differences.csv", "report.html", "report.md", "results.csv", "class-size.svg")) {
            assertThat(report.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void thePageExplainsTheLastStudentAlsoWhereItsRunWasKept() throws IOException {
        Path report = folder.resolve("report");
        Path page = report.resolve("report.html");
        compare("--losses", "ce,bkd", "--seeds", 2, "--report", report).done();
        String trained = Files.readString(page);
        Run again =
                compare("--losses", "ce,bkd", "--seeds", 2, "--report", report).done();

        assertThat(again.err()).containsSubsequence("bkd, seed 1: kept", "bkd, seed 2: kept", "bkd, seed 1: epoch 3");
        assertThat(trained).contains("What decides in the tail", "bkd alone, from its first seed.", "because of");
        assertThat(reasons(Files.readString(page))).isEqualTo(reasons(trained));
    }

    /** The headline is about the last loss and the best of the other students, which are sorted in no order. */
    @Test
    void theOrderOfTheLossesDoesNotChangeTheRival() throws IOException {
        String one = headline("logit-adjusted,ce,focal,bkd");

        assertThat(one).contains(", the best of the other students by balanced accuracy, bkd ");
        assertThat(headline("ce,focal,logit-adjusted,bkd")).isEqualTo(one);
        assertThat(headline("focal,logit-adjusted,ce,bkd")).isEqualTo(one);
        assertThat(headline("bkd")).startsWith("Against teacher-la, bkd ");
    }

    private String headline(String losses) throws IOException {
        Path report = folder.resolve("report");
        compare("--losses", losses, "--seeds", 1, "--report", report).done();
        return Files.readString(report.resolve("report.html"))
                .replaceAll("(?s).*<p class=\"lead\">", "")
                .replaceAll("(?s)</p>.*", "");
    }

    private static String reasons(String page) {
        return page.replaceAll("(?s).*What decides in the tail|Can its confidence.*", "");
    }

    /** What compare scores, distill writes. */
    @Test
    void aStudentWithPostHocAdjustmentCanBeKept() {
        Path model = folder.resolve("adjusted.bkd");
        Object[] same = {"--train", training, "--test", test, "--teacher", "bag", "--epochs", 3, "--batch-size", 8};
        Object[] fresh = {"--cache", "none", "--adjustment", 2};
        Run compared = Run.of("compare", same, fresh, "--losses", "kd+pla", "--seeds", 1)
                .done();
        Run distilled = Run.of("distill", same, fresh, "--loss", "kd+pla", "--out", model)
                .done();
        Run plain = Run.of("distill", same, fresh, "--loss", "kd", "--out", folder.resolve("plain.bkd"))
                .done();

        assertThat(row(distilled, "student")).isEqualTo(row(compared, "kd+pla")).isNotEqualTo(row(plain, "student"));
        Run.of("distill", same, fresh, "--loss", "ldam-drw+pla", "--out", model)
                .refused(
                        "--loss must not be ldam-drw+pla, which 'bkd compare' can score but whose student has a cosine "
                                + "output layer without biases to adjust");
    }

    /** Its figures, without the time and the number of parameters. */
    private static List<String> row(Run run, String system) {
        List<String> cells = run.out()
                .lines()
                .filter(line -> line.startsWith("| " + system + " "))
                .map(line -> List.of(line.split(" *\\| *")))
                .findFirst()
                .orElseThrow();
        return cells.subList(2, cells.size() - 2);
    }

    /** A comparison that was stopped after the first seed goes on with the second, and says the same as an unbroken. */
    @Test
    void whatIsFinishedIsNotDoneAgain() {
        Run first = compare("--losses", "ce,bkd", "--seeds", 1).done();
        Run both = compare("--losses", "ce,bkd", "--seeds", 2).done();

        assertThat(first.err()).doesNotContain("kept from an earlier run");
        assertThat(both.err())
                .contains("ce, seed 1: kept from an earlier run", "bkd, seed 1: kept from an earlier run")
                .contains("ce, seed 2: epoch 3 of 3");
        assertThat(figures(both)).isEqualTo(figures(compareKeeping("none", "--losses", "ce,bkd", "--seeds", 2)));
    }

    /** The table without times, which differ. */
    private static String figures(Run run) {
        return run.done().out().replaceAll("\\| +\\d+\\.\\d \\| +\\d[^|]*\\|\\n", "|\n");
    }

    @Test
    void aRunOfOtherSettingsOrOtherTextsIsNotTaken() throws IOException {
        compare("--losses", "bkd", "--seeds", 1).done();

        assertThat(compare("--losses", "bkd", "--seeds", 1, "--alpha", 2).done().err())
                .doesNotContain("kept from an earlier run");
        Files.writeString(training, Files.readString(training) + "fire\tsmoke again\n");
        assertThat(compare("--losses", "bkd", "--seeds", 1).done().err()).doesNotContain("kept from an earlier run");
    }

    /** Another validation file of the same name decides when to stop, and is another run. */
    @Test
    void aRunWithOtherValidationTextsIsNotTaken() throws IOException {
        Path valid = Tickets.write(folder.resolve("valid.tsv"), List.of("fire\tsmoke", "refund\tmoney back"));
        compare("--losses", "ce", "--seeds", 1, "--valid", valid).done();
        assertThat(compare("--losses", "ce", "--seeds", 1, "--valid", valid)
                        .done()
                        .err())
                .contains("ce, seed 1: kept from an earlier run");
        Files.writeString(valid, "fire\tflames\nrefund\tmoney back\n");

        assertThat(compare("--losses", "ce", "--seeds", 1, "--valid", valid)
                        .done()
                        .err())
                .doesNotContain("kept from an earlier run");
    }

    /** Two texts of one hash code. */
    @Test
    void aRunWithOtherUnlabelledTextsIsNotTaken() {
        Path texts = Tickets.write(folder.resolve("texts.txt"), List.of("Aa"));
        compare("--losses", "kd", "--seeds", 1, "--unlabelled", texts).done();
        Tickets.write(texts, List.of("BB"));

        assertThat(compare("--losses", "kd", "--seeds", 1, "--unlabelled", texts)
                        .done()
                        .err())
                .doesNotContain("kept from an earlier run");
    }

    @Test
    void moreFoldsThanTextsAreRefused() {
        compare("--losses", "bkd", "--cross-fit", 86)
                .refused("--cross-fit must be at most the training texts, 85, but was 86");
    }

    /** A test set that lacks a class and has one that nobody has learnt. */
    @Test
    void aRunOnATestSetWithOtherLabelsIsFoundAgain() throws IOException {
        Files.writeString(test, Files.readString(test).replace("fire\t", "flood\t"));
        Run first = compare("--losses", "bkd", "--seeds", 1).done();
        Run again = compare("--losses", "bkd", "--seeds", 1).done();

        assertThat(again.err())
                .contains("bkd, seed 1: kept from an earlier run")
                .doesNotContain("made anew");
        assertThat(figures(again)).isEqualTo(figures(first));
    }

    @Test
    void aRunThatIsDamagedIsMadeAnew() throws IOException {
        String out = figures(compare("--losses", "bkd", "--seeds", 1));
        try (var files = Files.list(folder.resolve("cache/runs"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".npy")).toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        Run again = compare("--losses", "bkd", "--seeds", 1).done();

        assertThat(again.err()).contains("a run that was kept is made anew");
        assertThat(figures(again)).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --losses ce,mse | --losses must be one of bkd, bkd-plain, bkd-paper, kd, kd-la, dkd, ce, cb, focal, ldam-drw, logit-adjusted, ce+pseudo, la+pseudo, each also with +pla behind it, but was 'mse'
        --losses ce+pla+pla | --losses must be one of bkd, bkd-plain, bkd-paper, kd, kd-la, dkd, ce, cb, focal, ldam-drw, logit-adjusted, ce+pseudo, la+pseudo, each also with +pla behind it, but was 'ce+pla+pla'
        --losses ce,ce  | --losses must have each name once but had ce,ce
        --seeds 0       | --seeds must be >= 1 but was 0
        """)
    void wrongSettingsAreRefused(String options, String sentence) {
        compare((Object[]) options.split(" ")).refused(sentence);
    }

    @Test
    void aCrossFittedTeacherTeaches() {
        Run run = compare("--losses", "bkd", "--seeds", 1, "--cross-fit", 2).done();

        assertThat(run.out()).contains("| teacher-la ");
        assertThat(run.err()).contains("teacher-la, seed 1: epoch 3 of 3");
    }
}
