package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.evaluate.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiLabelReportTest {

    private static final List<String> LABELS = List.of("corn", "grain", "wood");
    private static final ClassCounts TRAINING = new ClassCounts(LABELS, List.of(3L, 300L, 50L));

    @TempDir
    private Path folder;

    private final MultiLabelCorpus<String> test =
            MultiLabelInspectionTest.corpus("grain:a", "grain,corn:b", "wood:c", ":d");

    private final MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(test, TRAINING)
            .of("bce", 1, answers("grain", "grain", "", ""), half())
            .with(
                    "bkd",
                    OptionalLong.of(1),
                    answers("grain", "grain,corn", "wood", "wood"),
                    half(),
                    OptionalDouble.of(12.5),
                    OptionalLong.of(640_000));

    private final MultiLabelReport report = MultiLabelReport.of(evaluation);

    private static Thresholds half() {
        return Thresholds.all(LABELS, 0.5);
    }

    private static Predictor<String> answers(String... sets) {
        float[][] logits = Stream.of(sets)
                .map(set -> new float[] {
                    logit(set, "corn"), logit(set, "grain"), logit(set, "wood"),
                })
                .toArray(float[][]::new);
        return texts -> new Logits(LABELS, logits);
    }

    private static float logit(String set, String label) {
        return List.of(set.split(",")).contains(label) ? 1 : -1;
    }

    @Test
    void oneRowPerSystem() {
        assertThat(report.table())
                .contains("| system |         micro-F1 (95%) |         macro-F1 (95%) |  many | medium |   few |")
                .contains("| bce    | 0.667 (")
                .contains("| bkd    | 0.889 (")
                .endsWith("95% confidence interval of the true value; accuracy: all labels of a text right");
    }

    @Test
    void everyFigureOfOneSystem() {
        assertThat(report.figures("bkd"))
                .containsPattern("\\| micro-F1 +\\| +0.889 \\| ")
                .containsPattern("\\| macro-F1 +\\| +0.889 \\| ")
                .containsPattern("\\| many +\\| +1.000 \\| ")
                .containsPattern("\\| tail +\\| +1.000 \\| ")
                .containsPattern("\\| precision at 1 +\\| +0.750 \\|")
                .containsPattern("\\| recall at 1 +\\| +0.833 \\|")
                .containsPattern("\\| accuracy \\(all labels of a text\\) +\\| +0.750 \\|")
                .containsPattern("\\| Hamming loss +\\| +0.0833 \\|")
                .containsPattern("\\| train s +\\| +12.5 \\|")
                .containsPattern("\\| parameters +\\| 640.0 k \\|");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.figures("x"))
                .withMessage("system must be one of [bce, bkd] but was x");
    }

    @Test
    void differencesHaveTheirTest() {
        assertThat(report.against("bkd", List.of("bce")))
                .contains("| bkd against |")
                .contains("| bce         | +0.556 (")
                .endsWith(
                        "* beyond chance: p < 0.05 by approximate randomisation over the test texts, Holm-corrected over"
                                + " the rows");
    }

    /** The keys of one class per text come first, so that a reader of files reads both. */
    @Test
    void filesHaveTheKeysOfOneClassPerText() throws IOException {
        Path file = folder.resolve("results.json");
        report.writeJson(file);
        JsonNode rows = new ObjectMapper().readTree(file.toFile());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).properties().stream().map(Map.Entry::getKey))
                .startsWith(ResultKeys.OF_CLASSES.toArray(String[]::new))
                .endsWith(
                        "microF1Low",
                        "microF1High",
                        "macroF1Low",
                        "macroF1High",
                        "macroAveragePrecision",
                        "precisionAt1",
                        "precisionAt3",
                        "precisionAt5",
                        "recallAt1",
                        "recallAt3",
                        "recallAt5",
                        "hammingLoss",
                        "labelRankingAveragePrecision")
                .hasSize(ResultKeys.OF_CLASSES.size() + 13);
        assertThat(rows.get(1).get("accuracy").asDouble()).isEqualTo(0.75);
        assertThat(rows.get(1).get("balancedAccuracy").isNull()).isTrue();
        assertThat(rows.get(1).get("few").asDouble()).isEqualTo(1);
        assertThat(rows.get(0).get("parameters").isNull()).isTrue();

        report.writeCsv(folder.resolve("results.csv"));
        assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(3);
        report.writeDifferencesJson(folder.resolve("differences.json"), "bkd", List.of("bce"));
        JsonNode differences =
                new ObjectMapper().readTree(folder.resolve("differences.json").toFile());
        assertThat(differences.findValuesAsText("metric"))
                .containsExactly("macroF1", "many", "medium", "few", "head", "middle", "tail", "microF1");
        report.writeDifferencesCsv(folder.resolve("differences.csv"), "bkd", List.of("bce"));
        assertThat(Files.readAllLines(folder.resolve("differences.csv"))).hasSize(9);
    }

    @Test
    void theCardTellsWhatTheModelIsWorth() {
        Thresholds thresholds = new Thresholds(LABELS, List.of(0.25, 0.5, 0.5));
        String card = new MultiLabelModelCard(
                        "topics", evaluation, "bkd", thresholds, new TreeMap<>(Map.of("seed", "1")))
                .markdown();

        assertThat(card)
                .startsWith("# topics\n\nA classifier of texts that gives each any number of 3 labels, made by bkd"
                        + " (balanced knowledge distillation).\n\n## Intended use\n")
                .contains(
                        "Trained on 3 labels, which 353 times are given to a text, imbalance factor 100.0; labels of more"
                                + " than 100 texts: 1, of 20 to 100: 1, of fewer: 1. Scored on 4 other texts.")
                .contains("""
                        | label | training texts | threshold | test texts | precision | recall |    F1 |
                        | ----- | -------------: | --------: | ---------: | --------: | -----: | ----: |
                        | grain |            300 |      0.50 |          2 |     1.000 |  1.000 | 1.000 |
                        | wood  |             50 |      0.50 |          1 |     0.500 |  1.000 | 0.667 |
                        | corn  |              3 |      0.25 |          1 |     1.000 |  1.000 | 1.000 |
                        """)
                .contains("\n- seed: 1\n")
                .doesNotContain("train s");
    }

    @Test
    void thePageBeginsWithWhatWasReached() throws IOException {
        Path file = folder.resolve("report.html");
        report.titled("topics")
                .withProvenance(Map.of("seed", "1"))
                .withWarnings(List.of("a warning"))
                .writeHtml(file);
        assertThat(Files.readString(file))
                .contains("bkd has a macro-F1 of 0.889 (", "; +0.556 against bce (p", "a warning")
                .contains("Above 0, bkd is better.", "<dfn>macro AP</dfn>: ", "<dfn>Hamming loss</dfn>: ")
                .contains("system &#39;bce&#39; never predicts", "Every label", "Where this comes from")
                .doesNotContain("<script");
    }
}
