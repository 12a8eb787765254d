package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of 60 random cases, with ties, empty label sets and labels that do not occur, are those of scikit-learn. */
class AgreementOfLabelSetsTest {

    private static final double ROUNDING = 1e-12;

    static Stream<JsonNode> scikitLearn() throws IOException {
        try (InputStream in = AgreementOfLabelSetsTest.class.getResourceAsStream("/evaluate/label-set-scores.json")) {
            JsonNode cases =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
            assertThat(cases).hasSize(60);
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("scikitLearn")
    void scoresAgreeWithScikitLearn(JsonNode expected) throws IOException {
        ObjectMapper json = new ObjectMapper();
        double[][] numbers = json.treeToValue(expected.get("logits"), double[][].class);
        List<String> labels = IntStream.range(0, numbers[0].length)
                .mapToObj(label -> "label " + label)
                .toList();
        MultiLabelScores scores = MultiLabelScores.of(
                new Logits(labels, floats(numbers)),
                new Thresholds(labels, List.of(json.treeToValue(expected.get("thresholds"), Double[].class))),
                corpus(json.treeToValue(expected.get("truth"), int[][].class)),
                new ClassCounts(labels, Collections.nCopies(labels.size(), 30L)));

        assertClose(scores.microF1(), expected, "microF1");
        assertClose(scores.macroF1(), expected, "macroF1");
        assertClose(scores.macroAveragePrecision(), expected, "macroAveragePrecision");
        assertClose(scores.subsetAccuracy(), expected, "subsetAccuracy");
        assertClose(scores.hammingLoss(), expected, "hammingLoss");
        assertClose(scores.labelRankingAveragePrecision(), expected, "labelRankingAveragePrecision");
        scores.precisionAt()
                .forEach((k, precision) -> assertClose(precision, expected.get("precisionAt"), String.valueOf(k)));
        scores.recallAt().forEach((k, recall) -> assertClose(recall, expected.get("recallAt"), String.valueOf(k)));
    }

    private static void assertClose(double found, JsonNode expected, String name) {
        assertThat(found).as(name).isCloseTo(expected.get(name).asDouble(), within(ROUNDING));
    }

    private static float[][] floats(double[][] rows) {
        float[][] floats = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            floats[i] = new float[rows[i].length];
            for (int c = 0; c < rows[i].length; c++) {
                floats[i][c] = (float) rows[i][c];
            }
        }
        return floats;
    }

    /** Labels that no text has are not in the test set: the system alone knows them. */
    private static MultiLabelCorpus<String> corpus(int[][] truth) {
        List<MultiLabeled<String>> rows = new ArrayList<>();
        for (int[] set : truth) {
            rows.add(MultiLabeled.of(
                    "text",
                    IntStream.of(set).mapToObj(label -> "label " + label).toList()));
        }
        return MultiLabelCorpus.of(rows);
    }
}
