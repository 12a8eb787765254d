package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** distill, compare and tune on texts with sets of labels. */
class DistilLabelSetsTest {

    @TempDir
    private Path folder;

    private Path training = Path.of("");
    private Path test = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void corpora() {
        training = News.write(folder.resolve("train.jsonl"), 1, 60);
        test = News.write(folder.resolve("test.jsonl"), 2, 30);
        model = folder.resolve("m.bkd");
    }

    private Run distill(Object... options) {
        return Run.of("distill", "--train", training, "--cache", "none", "--epochs", 10, "--batch-size", 8, options);
    }

    @Test
    void validationTextsMayLackALabelOrHaveAnother() throws IOException {
        Random random = new Random(5);
        String lacking =
                News.line(List.of(News.LABELS.get(0), "rare"), random) + "\n" + News.line(List.of(), random) + "\n";
        Path valid = Files.writeString(folder.resolve("valid.jsonl"), lacking.repeat(4));
        distill("--valid", valid, "--patience", 2, "--loss", "ce", "--vectors", "none", "--out", model)
                .done();

        Path strange = Files.writeString(folder.resolve("strange.jsonl"), News.line(List.of("rare"), random) + "\n");
        distill("--valid", strange, "--loss", "ce", "--out", model)
                .refused("--valid must have labels of the training texts but had none: " + strange);
    }

    private Run compare(Object... options) {
        Object[] bag = {"--teacher", "bag", "--epochs", 10, "--batch-size", 8, "--cache", folder.resolve("cache")};
        return Run.of("compare", "--train", training, "--test", test, bag, options);
    }

    @Test
    void aStudentIsDistilledAndScoredAndAnswers() throws IOException {
        Path report = folder.resolve("report");

        Run run = distill("--teacher", "bag", "--test", test, "--out", model, "--report", report)
                .done();

        assertThat(run.out()).contains("| teacher ", "| student ");
        assertThat(run.err())
                .contains("cross-fitting students, which choose the thresholds on texts that they have not seen");
        assertThat(report.resolve("report.html")).content().contains("m.bkd");
        assertThat(folder.resolve("m.card.md")).content().contains("macro-F1");
        assertThat(folder.resolve("m.bkd.student.checkpoint")).doesNotExist();
        MultiLabelClassifier student = MultiLabelClassifier.load(model);
        assertThat(student.labels()).isEqualTo(News.LABELS);
        assertThat(student.predict(List.of("oilword0", "news1")).probability(0, 1))
                .isGreaterThan(student.predict(List.of("news1")).probability(0, 1));
        assertThat(Run.of("evaluate", model, "--test", test).done().out()).contains("| macro-F1 ");
    }

    @Test
    void aModelTeachesTheNextOne() {
        Path first = folder.resolve("first.bkd");
        Path second = folder.resolve("second.bkd");
        distill("--teacher", "bag", "--loss", "ce", "--thresholds", "half", "--out", first)
                .done();

        distill("--teacher", "model:" + first, "--thresholds", "half", "--transfer", 1, "--compact", "--out", second)
                .done();

        assertThat(MultiLabelClassifier.load(second).provenance().entries()).containsEntry("teacher", "model");
    }

    @Tag("slow")
    @Test
    void lossesAreComparedOverSeeds() throws IOException {
        Path json = folder.resolve("figures.json");

        Run run = compare("--losses", "ce,db,bkd", "--seeds", 2, "--thresholds", "one", "--json", json)
                .done();

        assertThat(run.out())
                .containsSubsequence("| teacher ", "| ce ", "| db ", "| bkd ")
                .contains("| bkd against ");
        JsonNode rows = new ObjectMapper().readTree(json.toFile());
        assertThat(rows.findValuesAsText("system")).containsExactly("teacher", "ce", "ce", "db", "db", "bkd", "bkd");
        assertThat(rows.get(1).get("balancedAccuracy").isNull()).isTrue();
        assertThat(rows.get(1).get("microF1").asDouble()).isBetween(0.0, 1.0);
        assertThat(compare("--losses", "ce,db,bkd", "--seeds", 2, "--thresholds", "one")
                        .out())
                .isEqualTo(run.out());
    }

    @Test
    void aValidationSplitStopsTheStudentAndChoosesTheThresholds() throws IOException {
        Path valid = News.write(folder.resolve("valid.jsonl"), 3, 30);

        Run run = distill("--teacher", "bag", "--valid", valid, "--patience", 2, "--out", model)
                .done();

        assertThat(run.err()).doesNotContain("cross-fitting");
    }

    @Test
    void labelsInOneFieldHaveASeparator() throws IOException {
        training = Files.write(
                folder.resolve("train.csv"),
                List.of(
                        "label,text",
                        "oil|ship,oil by ship",
                        "oil,crude oil",
                        ",nothing",
                        "ship,a ship",
                        "oil,oil wells",
                        "ship,by ship"));

        distill("--label-separator", "|", "--teacher", "bag", "--loss", "ce", "--thresholds", "half", "--out", model)
                .done();

        assertThat(MultiLabelClassifier.load(model).labels()).containsExactly("oil", "ship");
    }

    @Test
    void logitsOfAFileTeach() throws IOException {
        Path npy = folder.resolve("t.npy");
        MultiLabelCorpus<String> corpus = MultiLabelCorpus.read(training);
        float[][] rows = new float[corpus.size()][3];
        LogitsFile.ofTexts(npy).write("t", new Logits(corpus.labels(), rows), corpus);

        distill("--teacher", "logits:" + npy, "--thresholds", "half", "--out", model)
                .done();

        assertThat(MultiLabelClassifier.load(model).provenance().entries()).containsEntry("teacher", "logits:" + npy);
        distill("--teacher", "logits:" + npy, "--out", model)
                .refused(
                        "--thresholds per-label without --valid must come with a teacher that can predict any text, but "
                                + "logits:t.npy has only the training texts");
    }

    @Test
    void whatThereIsNotForLabelSetsIsRefused() {
        distill("--loss", "ldam-drw", "--out", model)
                .refused(
                        "--loss must be one of bkd, kd, kd-la, ce, focal, cb-focal, asymmetric, db, logit-adjusted for texts "
                                + "with sets of labels but was 'ldam-drw'");
        distill("--teacher", "linear", "--out", model)
                .refused("--teacher must be one of transformer, bag, wide-bag, text-cnn, bilstm, model:FILE.bkd, "
                        + "logits:FILE.npy, probabilities:FILE.npy for texts with sets of labels but was 'linear'");
        distill("--teacher", "bag", "--abstain", "precision=0.9", "--out", model)
                .refused("--abstain, --out-of-scope and --ui must come with texts that have one label each, but these "
                        + "have sets of labels");
        distill("--teacher", "bag", "--deferred", 3, "--out", model)
                .refused("--deferred must be 0 for texts with sets of labels but was 3");
        distill("--teacher", "bag", "--cross-fit", 61, "--out", model)
                .refused("--cross-fit must be at most the training texts, 60, but was 61");
        distill("--teacher", "bag", "--thresholds", "two", "--out", model)
                .refused("--thresholds must be one of half, one, per-label but was 'two'");
        assertThat(model).doesNotExist();
    }

    private Run tune(Object... options) {
        Object[] teacher = List.of(options).contains("--teacher") ? new Object[0] : new Object[] {"--teacher", "bag"};
        Object[] files = {"--train", training, "--cache", folder.resolve("cache"), "--out", folder.resolve("plan.yaml")
        };
        return Run.of("tune", files, "--epochs", 4, "--batch-size", 8, teacher, options);
    }

    @Test
    void aPlanIsChosenThatDistillAndCompareRead() throws IOException {
        Path plan = folder.resolve("plan.yaml");

        Run run = tune("--trials", 2, "--thresholds", "half").done();

        assertThat(run.out())
                .startsWith("| setting ")
                .contains(" macro-F1 |", " above bkd (p) |", "| bkd ", "| drawn 1 ", "\n\nchosen: ");
        assertThat(run.err())
                .contains("training 1 of 6: bkd\n", "training 6 of 6: drawn 1\n")
                .doesNotContain("kept");
        String written = Files.readString(plan);
        assertThat(written)
                .startsWith("# Made by bkd tune for bkd distill --plan, from train.jsonl, fingerprint ")
                .contains("# by macro-F1 pooled over 3 folds of it; seed 1, bkd ", "# chosen: ", "# | setting ")
                .contains("\nteacher: bag\nepochs: 4\nbatch-size: 8\nloss: bkd\ntemperature: ")
                .endsWith("\nlearning-rate: 0.005\nthresholds: half\n");

        Run distilled = Run.of("distill", "--plan", plan, "--train", training, "--cache", "none", "--out", model)
                .done();
        assertThat(distilled.err()).doesNotContain("plan.yaml");
        Object[] files = {"--plan", plan, "--train", training, "--test", test, "--cache", "none"};
        Run compared = Run.of("compare", files, "--losses", "bkd", "--seeds", 1).done();
        assertThat(compared.out()).contains("| bkd ");

        Run again = tune("--trials", 2, "--thresholds", "half").done();
        assertThat(again.err()).contains("training 6 of 6: drawn 1 (kept from an earlier run)\n");
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(plan).hasContent(written);
    }

    @Test
    void aPlanIsChosenOnAValidationFile() throws IOException {
        Path valid = News.write(folder.resolve("valid.jsonl"), 3, 30);
        Path npy = folder.resolve("t.npy");
        Run.of("teach", "--train", training, "--teacher", "bag", "--epochs", 2, "--cache", "none", "--logits", npy)
                .done();

        Run run = tune("--valid", valid, "--teacher", "logits:" + npy, "--trials", 1)
                .done();

        assertThat(run.out()).contains("\n\nchosen: bkd, the usual setting; no other was tried");
        assertThat(run.err()).contains("training 3 of 3: bkd\n");
        assertThat(folder.resolve("plan.yaml"))
                .content()
                .contains("fingerprint " + MultiLabelCorpus.read(training).fingerprint() + ",\n")
                .contains("# by macro-F1 on valid.jsonl, mean over 3 seeds; seed 1, bkd ");
    }

    @Test
    void whatTuneHasNotForLabelSetsIsRefused() throws IOException {
        tune("--minutes", 1)
                .refused("--minutes must come with texts that have one label each, but these have sets of labels");
        tune("--folds", 5).refused("--folds must be 3 for texts with sets of labels but was 5");
        tune("--trials", 0).refused("--trials must be >= 1 but was 0");
        tune("--thresholds", "two").refused("--thresholds must be one of half, one, per-label but was 'two'");
        Random random = new Random(4);
        training = Files.write(
                folder.resolve("two.jsonl"),
                List.of(News.line(List.of("oil"), random), News.line(List.of("ship"), random)));
        tune().refused("the training split must have at least 3 texts, one for each fold, but had 2");
        Run.of("tune", "--train", training, "--teacher", "model:" + model, "--out", folder.resolve("plan.yaml"))
                .refused("--teacher model:" + model
                        + " must come with --valid: it may have seen the texts of every fold");
        Run.of("tune", "--train", Tickets.training(folder), "--thresholds", "one", "--out", folder.resolve("plan.yaml"))
                .refused("--thresholds must come with texts that have sets of labels but these have one label each");
        assertThat(folder.resolve("plan.yaml")).doesNotExist();
    }

    @Test
    void thresholdsAreOfLabelSets() {
        Path tickets = Tickets.training(folder);
        Run.of("distill", "--train", tickets, "--thresholds", "one", "--out", model)
                .refused("--thresholds must come with texts that have sets of labels but these have one label each");
    }
}
