package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Vocabulary;
import io.github.bkd4j.text.Weighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on texts with several labels. */
class LabelSetsTest {

    private static final List<String> LABELS = List.of("corn", "tree", "wheat");

    @TempDir
    private Path folder;

    private Path model = Path.of("");
    private Path oneClass = Path.of("");
    private Path test = Path.of("");

    @BeforeEach
    void write() throws IOException {
        model = folder.resolve("topics.bkd");
        topics(LABELS).save(model);
        oneClass = folder.resolve("one.bkd");
        new TextClassifier(
                        topics(LABELS).model(),
                        new ClassCounts(LABELS, List.of(3L, 30L, 300L)),
                        new Provenance(new TreeMap<>()))
                .save(oneClass);
        test = Files.writeString(folder.resolve("test.jsonl"), """
                {"labels": ["wheat", "corn"], "text": "wheat corn"}
                {"labels": ["tree"], "text": "a tree"}
                {"labels": [], "text": "nothing"}
                {"labels": ["wheat"], "text": "corn"}
                """);
    }

    /** Each of three words is a label: logit 3 if it stands alone, 1 beside another, -1 if it is missing. */
    private static MultiLabelClassifier topics(List<String> labels) {
        TextEncoding encoding = TextEncoding.bagOfNgrams().withNgrams(1).withWeighting(Weighting.MEAN);
        TextEncoder encoder =
                new TextEncoder(encoding, new Vocabulary(List.of("corn", "tree", "wheat"), List.of(2, 2, 2), 6));
        KernelNetwork network = new KernelNetwork(
                new BagKernel(4, 3, 0, 0),
                List.of(new ParameterTable(new float[][] {{0, 0, 0}, {4, 0, 0}, {0, 4, 0}, {0, 0, 4}})),
                OutputKernel.linear(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new float[] {-1, -1, -1}));
        return new MultiLabelClassifier(
                new TextModel(encoder, network),
                new ClassCounts(labels, List.of(3L, 30L, 300L)),
                Thresholds.all(labels, 0.5),
                new Provenance(new TreeMap<>()));
    }

    private static Run classify(String texts, Object... line) {
        return Run.withInput(texts.getBytes(UTF_8), line);
    }

    @Test
    void classifyPrintsTheLabelsThatReachTheirThresholds() {
        Run run = classify("wheat corn\na tree\nnothing\n", "classify", model).done();
        assertThat(run.out()).isEqualTo("""
                corn|wheat\t0.7311|0.7311\twheat corn
                tree\t0.9526\ta tree
                \t\tnothing
                """);
        assertThat(run.err())
                .isEqualTo(
                        "bkd: texts that have nothing the model has learnt, whose class is a guess: 1 of 3, the first in"
                                + " line 3" + System.lineSeparator());
        assertThat(classify("wheat corn\nnothing\n", "classify", model, "--label-separator", ", ", "--unknown", "?")
                        .done()
                        .out())
                .isEqualTo("corn, wheat\t0.7311, 0.7311\twheat corn\n?\t0.0000\tnothing\n");
    }

    @Test
    void classifyExplainsEachLabel() {
        assertThat(classify("wheat corn\n", "classify", model, "--explain", 1)
                        .done()
                        .out())
                .isEqualTo("corn|wheat\t0.7311|0.7311\tcorn: corn +2.00; wheat: wheat +2.00\twheat corn\n");
    }

    @Test
    void evaluateScoresLabelSets() throws IOException {
        Path json = folder.resolve("scores.json");
        Run run = Run.of("evaluate", model, "--test", test, "--json", json, "--report", folder)
                .done();
        assertThat(run.out())
                .containsPattern("\\| micro-F1 +\\| +0.750 \\| ")
                .containsPattern("\\| macro-F1 +\\| +0.778 \\| ")
                .containsPattern("\\| accuracy \\(all labels of a text\\) +\\| +0.750 \\|");
        assertThat(run.err()).isEqualTo("wrote " + folder.resolve("report.html") + System.lineSeparator());
        assertThat(Files.readString(json)).contains("\"microF1\" : 0.75", "\"balancedAccuracy\" : null");
    }

    @Test
    void inspectCountsLabels() throws IOException {
        assertThat(Run.of("inspect", test, "--test", test).done().out())
                .startsWith("4 texts, 3 labels, 1.00 labels per text, imbalance factor 2.0")
                .containsPattern("\\| without a label +\\| +1 \\(25.0%\\) \\|");
        Path csv = Files.writeString(folder.resolve("test.csv"), "text,label\nwheat corn,wheat|corn\na tree,tree\n");
        assertThat(Run.of("inspect", csv, "--label-separator", "|").done().out())
                .startsWith("2 texts, 3 labels, 1.50 labels per text");
    }

    @Test
    void eachKindOfModelRefusesTheOthersTexts() throws IOException {
        Path one = Files.writeString(folder.resolve("one.tsv"), "corn\ta field\n");
        Run.of("evaluate", model, "--test", one)
                .refused("--test must have sets of labels, as " + model + " answers, but " + one
                        + " has one label per text; see --label-separator");
        Run.of("evaluate", oneClass, "--test", test)
                .refused("--test must have one label per text, as " + oneClass + " answers, but " + test
                        + " has sets of labels");
    }

    @Test
    void refusesWhatIsForOneClassPerTextAlone() throws IOException {
        Path texts = Files.writeString(folder.resolve("texts.txt"), "a field\n");
        Run.of("evaluate", model, "--test", test, "--out-of-scope", texts)
                .refused("--test alone can be given with a model of several labels per text, but --out-of-scope was");
        Run.of("evaluate", model, "--unlabelled", texts)
                .refused("--test alone can be given with a model of several labels per text, but --unlabelled was");
        classify("x\n", "classify", model, "--answer-all")
                .refused("--answer-all must come with a model of one class per text but " + model
                        + " gives several labels");
        classify("x\n", "classify", model, "--label-separator", "e")
                .refused("--label-separator must be in no label but 'e' is in 'tree'");
        Run.of("inspect", test, "--label-separator", "")
                .refused("label separator must be one or more characters, no quote, tab or line end, but was ''");
        Run.of("inspect", test, "--label-separator", "re")
                .refused(test + ":2: label must not have the separator 're' in it but was 'tree'");
    }

    @Test
    void aModelThatIsMissingIsSaidFirst() {
        Path none = folder.resolve("none.bkd");
        Run.of("evaluate", none, "--test", test).refused(none + ": no such model file");
    }

    @Test
    void heldOutTextsWithSetsOfLabelsAreRefusedWhereTrainingHasOneLabelPerText() throws IOException {
        Path training = Files.writeString(folder.resolve("training.tsv"), "corn\ta field\ntree\ta wood\n");
        Run.of("distill", "--train", training, "--valid", test, "--out", folder.resolve("m.bkd"))
                .refused(test + ":1: must have one label per text, in the field \"label\", but had a set of labels, in "
                        + "the field \"labels\"");
    }
}
