package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.AbstentionGoal;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probabilities and priors of a model are changed without training it again. */
class CalibrateTest {

    private static final List<String> TEXTS = List.of("my parcel is late", "smoke", "please why");

    @TempDir
    private static Path folder;

    private static Path model = Path.of("");
    private static Path held = Path.of("");

    @BeforeAll
    static void train() {
        model = folder.resolve("profiled.bkd");
        held = Tickets.test(folder);
        Run.of(
                        "distill",
                        "--train",
                        Tickets.training(folder),
                        "--valid",
                        held,
                        "--patience",
                        0,
                        "--test",
                        held,
                        "--out",
                        model,
                        "--teacher",
                        "bag",
                        "--epochs",
                        5,
                        "--batch-size",
                        8)
                .done();
    }

    private static Path out(String name) {
        return folder.resolve(name);
    }

    private static List<String> answers(Path file) {
        return TextClassifier.load(file).classify(TEXTS).stream()
                .map(Classification::label)
                .toList();
    }

    private static double ece(Path file) {
        TextClassifier classifier = TextClassifier.load(file);
        Corpus<String> corpus = Corpus.read(held);
        return Scores.of(classifier.predict(corpus.instances()), corpus, classifier.trainingCounts())
                .ece();
    }

    @Test
    void heldOutTextsCalibrateTheProbabilitiesAndLeaveTheAnswers() throws IOException {
        Path calibrated = out("calibrated.bkd");
        Path stale = Files.writeString(out("calibrated.card.md"), "of another model");

        Run run =
                Run.of("calibrate", model, "--valid", held, "--out", calibrated).done();

        assertThat(stale).doesNotExist();
        assertThat(ece(calibrated)).isLessThan(ece(model));
        assertThat(answers(calibrated)).isEqualTo(answers(model));
        assertThat(run.out())
                .contains("| balanced accuracy |", "| before ", String.format("| %.3f |", ece(model)))
                .contains("| after ", String.format("| %.3f |", ece(calibrated)));
        assertThat(TextClassifier.card(calibrated).orElseThrow())
                .startsWith(TextClassifier.card(model).orElseThrow())
                .endsWith("after this card was written: temperature.\n");
    }

    @Test
    void aThresholdThatIsDroppedIsSaid() {
        Path abstaining = out("abstaining.bkd");
        Path calibrated = out("answering.bkd");
        TextClassifier.load(model)
                .withAbstention(new Abstention(AbstentionGoal.of("precision=0.9"), 0.5, Map.of()))
                .save(abstaining);

        Run run = Run.of("calibrate", abstaining, "--valid", held, "--out", calibrated)
                .done();

        assertThat(run.err())
                .contains("bkd: " + abstaining + " abstains for precision=0.9, " + calibrated
                        + " answers every text; --valid with --abstain chooses thresholds anew\n");
        assertThat(TextClassifier.load(calibrated).abstention()).isEmpty();
    }

    @Test
    void heldOutTextsTeachItsLimitsAnew() throws IOException {
        Path calibrated = out("limits.bkd");
        Run run = Run.of("calibrate", model, "--valid", held, "--abstain", "precision=0.8", "--out", calibrated)
                .done();

        TextClassifier after = TextClassifier.load(calibrated);
        assertThat(after.abstention().orElseThrow().threshold()).isPositive();
        assertThat(after.profile()).isPresent();
        assertThat(after.scope()).isPresent();
        assertThat(run.err())
                .containsPattern("abstains for precision=0.8 below 0\\.\\d{3}: answers ")
                .contains("bkd: " + held + " has few texts to calibrate by, 24; a few hundred are wanted\n")
                .doesNotContain("neither drift");

        Path elsewhere = Files.writeString(out("elsewhere.txt"), "Zug um Zug\nwie und wo\n");
        Path taught = out("taught.bkd");
        Object[] again = {"--valid", held, "--out", out("untaught.bkd")};
        Run.of("calibrate", model, "--valid", held, "--out-of-scope", elsewhere, "--out", taught)
                .done();
        assertThat(Run.of("calibrate", taught, again).done().err()).contains(taught + " had learnt their weights;");
        assertThat(Run.of("calibrate", model, again).done().err()).doesNotContain("weights");

        Path adapted = out("no-limits.bkd");
        assertThat(Run.of("calibrate", model, "--prior", "training", "--out", adapted)
                        .done()
                        .err())
                .contains("bkd: " + adapted
                        + " tells neither drift nor texts out of scope; --valid teaches it both anew\n");
    }

    @Test
    void aPriorMakesItsLargeClassesMoreLikely() throws IOException {
        Path fires =
                Files.writeString(out("fires.tsv"), "fire\tsmoke\n".repeat(98) + "refund\tmoney\ndelivery\tparcel\n");
        Path adapted = out("adapted.bkd");
        Path trained = out("trained.bkd");
        Path estimated = out("estimated.bkd");
        Path today = Files.writeString(out("today.txt"), "smoke and battery, burn\n".repeat(50));

        Run.of("calibrate", model, "--prior", fires, "--out", adapted).done();
        Run.of("calibrate", model, "--prior", "training", "--valid", held, "--out", trained)
                .done();
        Run.of("calibrate", model, "--prior-of", today, "--out", estimated).done();

        double before = fire(model);
        assertThat(fire(adapted)).isGreaterThan(before);
        assertThat(fire(estimated)).isGreaterThan(before);
        assertThat(fire(trained)).isLessThan(before);
        Run.of("calibrate", adapted, "--prior", "training", "--out", out("again.bkd"))
                .refused("--prior must come with a model that has its own prior but " + adapted
                        + " was adapted to another before");
    }

    private static double fire(Path file) {
        return TextClassifier.load(file).classify("please why").candidates().stream()
                .filter(candidate -> candidate.label().equals("fire"))
                .findFirst()
                .orElseThrow()
                .probability();
    }

    @Test
    void whatCannotBeUsedIsRefused() throws IOException {
        Path other = Files.writeString(out("other.tsv"), "theft\tstolen\nfire\tsmoke\n");
        Path none = out("none.bkd");
        Run.of("calibrate", model, "--valid", other, "--out", none)
                .refused("--valid must have labels of " + model + " but had 'theft': " + other);
        Run.of("calibrate", model, "--prior", other, "--out", none)
                .refused("--prior must have labels of " + model + " but had 'theft': " + other);
        Path lacking = Files.writeString(out("lacking.tsv"), "refund\tmoney\nfire\tsmoke\n");
        Run.of("calibrate", model, "--prior", lacking, "--out", none)
                .refused("--prior must have a text of each class but had none of 'delivery': " + lacking);
        Path plain = Tickets.model(folder);
        Run.of("calibrate", plain, "--prior-of", other, "--out", none)
                .refused(
                        "--prior-of must come with a model that was distilled with --valid or --abstain, or calibrated "
                                + "with --valid, but " + plain + " was not");
        assertThat(none).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            calibrate m.bkd --out n.bkd | --valid, --prior or --prior-of must be given but none was
            calibrate m.bkd --prior training --prior-of u --out n.bkd | --prior must not come with --prior-of
            calibrate m.bkd --prior training --abstain precision=0.9 --out n.bkd | --abstain must come with --valid
            calibrate m.bkd --valid v | missing required option: '--out=FILE'; try 'bkd calibrate --help'
            """)
    void wrongOptionsAreRefused(String line, String sentence) {
        Run.of((Object[]) line.split(" ")).refused(sentence);
    }
}
