package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainAndAbstainTest {

    private static final String TEXTS = "my parcel is late\nthe battery, smoke and burn\nparcel money\n";

    @TempDir
    private static Path folder;

    private static Path plain = Path.of("");
    private static Path abstaining = Path.of("");
    private static String told = "";

    @BeforeAll
    static void train() {
        plain = Tickets.model(folder);
        abstaining = folder.resolve("abstaining.bkd");
        told = distill(abstaining, "--abstain", "coverage=0.9", "--abstain-per-group")
                .done()
                .err();
    }

    private static Run distill(Path out, Object... more) {
        Object[] bag = {"--teacher", "bag", "--epochs", 5, "--batch-size", 8};
        return Run.of("distill", "--train", Tickets.training(folder), "--out", out, bag, more);
    }

    private static List<String[]> fields(Run run) {
        return run.done().out().lines().map(line -> line.split("\t", -1)).toList();
    }

    private static Run classify(Path model, Object... more) {
        return Run.withInput(TEXTS.getBytes(UTF_8), "classify", model, more);
    }

    @Test
    void explainPrintsWhatDecidedBeforeEachText() {
        List<String[]> lines = fields(classify(plain, "--explain", 2));

        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSize(5));
        assertThat(lines)
                .extracting(line -> line[4])
                .containsExactlyElementsOf(TEXTS.lines().toList());
        assertThat(lines).extracting(line -> line[0]).startsWith("delivery", "fire");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line[2]).isIn("delivery", "refund", "fire").isNotEqualTo(line[0]);
            assertThat(line[3]).matches("\\S.* [+-]\\d+\\.\\d\\d, \\S.* [+-]\\d+\\.\\d\\d");
        });
    }

    @Test
    void explainWithoutANumberPrintsFive() {
        assertThat(fields(classify(plain, "--explain")).get(0)[3].split(", ")).hasSize(5);
        assertThat(fields(classify(plain, "--explain", "--unknown", "unclear"))
                        .get(0)[3]
                        .split(", "))
                .hasSize(5);
    }

    @Test
    void theFirstTwoFieldsAreAsWithoutExplanation() {
        List<String[]> without = fields(classify(plain));
        List<String[]> with = fields(classify(plain, "--explain"));
        for (int i = 0; i < without.size(); i++) {
            assertThat(with.get(i)).startsWith(without.get(i)[0], without.get(i)[1]);
        }
    }

    @Test
    void explainNothingIsRefused() {
        classify(plain, "--explain", 0).refused("--explain must be >= 1 but was 0");
    }

    @Test
    void distillChoosesAConfidenceOnTextsThatItsStudentsHaveNotSeen() {
        assertThat(told)
                .contains("cross-fitting students, which classify texts that they have not seen")
                .containsPattern(
                        "abstains for coverage=0.9 below 0\\.\\d{3} \\(\\w+ 0\\.\\d{3}.*\\): answers 9\\d\\.\\d% of 85 texts that were left out, "
                                + "\\d+\\.\\d% of the answers right");
        assertThat(TextClassifier.load(abstaining).abstention()).isPresent();
        assertThat(TextClassifier.load(abstaining).profile()).isPresent();
        assertThat(TextClassifier.load(plain).abstention()).isEmpty();
        assertThat(TextClassifier.load(plain).profile()).isEmpty();
    }

    /** The same command without --abstain gives the same student. */
    @Test
    void classifyAbstainsBelowIt() {
        Path usual = folder.resolve("usual.bkd");
        distill(usual).done();
        Path certain = folder.resolve("certain.bkd");
        distill(certain, "--valid", Tickets.test(folder), "--patience", 0, "--abstain", "coverage=0.01")
                .done();

        Run run = classify(certain);
        assertThat(fields(run)).extracting(line -> line[0]).contains("-");
        assertThat(run.err()).containsPattern("bkd: texts that the model abstains from: [123] of 3");
        assertThat(fields(classify(certain, "--abstained", "unsure")))
                .extracting(line -> line[0])
                .contains("unsure");
        assertThat(classify(certain, "--answer-all").out())
                .isEqualTo(classify(usual).out());
    }

    @Test
    void evaluateScoresTheAnswers() throws IOException {
        Path json = folder.resolve("scores.json");
        Run run = Run.of("evaluate", abstaining, "--test", Tickets.test(folder), "--json", json)
                .done();

        assertThat(run.out()).contains("| AURC", "| coverage", "| selective accuracy", "taken for few");
        assertThat(Files.readString(json)).contains("\"aurc\"", "\"coverage\"", "\"fewSelectiveAccuracy\"");
    }

    @Test
    void evaluateTellsHowFarTrafficIs() throws IOException {
        Path traffic = Files.writeString(folder.resolve("traffic.txt"), "smoke and battery\n".repeat(50));
        Run run = Run.of("evaluate", abstaining, "--unlabelled", traffic).done();

        assertThat(run.out())
                .contains("| predicted classes | ", "| confidence ", "| unknown words ", "| fire ")
                .contains("PSI: population stability index");
        Run.of("evaluate", plain, "--unlabelled", traffic)
                .refused("--unlabelled must come with a model that was distilled with --valid or --abstain, or "
                        + "calibrated with --valid, but " + plain + " was not");
    }

    @Test
    void textsOutOfScopeAreRefusedFromTheScoreThatEvaluatePrints() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "Zug um Zug\nwie und wo\n");
        Run scores = Run.of("evaluate", abstaining, "--test", Tickets.test(folder), "--out-of-scope", elsewhere)
                .done();
        Matcher score = Pattern.compile("\\| score at 95% recall, out of scope +\\| +(-?\\d+\\.\\d{3}) \\|")
                .matcher(scores.out());
        assertThat(score.find()).isTrue();
        assertThat(scores.out()).contains("| coverage, texts out of scope ");

        Run run = Run.of("classify", abstaining, elsewhere, "--out-of-scope-at", score.group(1), "--abstained", "no")
                .done();

        assertThat(fields(run)).extracting(line -> line[0]).containsExactly("no", "no"); // 95% of two are both
        assertThat(classify(abstaining, "--out-of-scope-at", 1000).out())
                .isEqualTo(classify(abstaining).out());
        classify(plain, "--out-of-scope-at", 1)
                .refused("--out-of-scope-at must come with a model that was distilled or calibrated with --valid, or "
                        + "distilled with --abstain, but " + plain + " was not");
        classify(abstaining, "--out-of-scope-at", 1, "--answer-all")
                .refused("--answer-all must not come with --out-of-scope-at");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            evaluate m.bkd | --test or --unlabelled must be given but neither was
            evaluate m.bkd --unlabelled u --json j | --json and --report must come with --test
            distill --train t --out m --abstain recall=1 | --abstain must be precision=P or coverage=C, > 0 and <= 1, but was 'recall=1'; try 'bkd distill --help'
            distill --train t --out m --abstain-per-group | --abstain-per-group must come with --abstain
            """)
    void wrongOptionsAreRefused(String line, String sentence) {
        Run.of((Object[]) line.split(" ")).refused(sentence);
    }
}
