package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores of 200 random cases are those of scikit-learn. */
class AgreementWithScikitLearnTest {

    static Stream<JsonNode> scikitLearn() throws IOException {
        try (InputStream in = AgreementWithScikitLearnTest.class.getResourceAsStream("/evaluate/scores.json")) {
            JsonNode cases =
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
            assertThat(cases).hasSize(200);
            return StreamSupport.stream(cases.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("scikitLearn")
    void metricsAgreeWithScikitLearn(JsonNode expected) throws IOException {
        Predictions predictions = predictions(expected);
        ClassCounts training = new ClassCounts(
                labels(expected), Collections.nCopies(labels(expected).size(), 30L));

        Scores scores = Scores.of(predictions, training);

        assertThat(scores.accuracy()).isCloseTo(expected.get("accuracy").asDouble(), within(1e-12));
        assertThat(scores.balancedAccuracy())
                .isCloseTo(expected.get("balancedAccuracy").asDouble(), within(1e-12));
        assertThat(scores.macroF1()).isCloseTo(expected.get("macroF1").asDouble(), within(1e-12));
        assertThat(scores.microF1()).isCloseTo(expected.get("microF1").asDouble(), within(1e-12));
        assertThat(scores.ece()).isCloseTo(expected.get("ece").asDouble(), within(1e-12));
        if (!expected.get("top2").isNull()) {
            assertThat(predictions.topAccuracy(2))
                    .isCloseTo(expected.get("top2").asDouble(), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("scikitLearn")
    void classesAgreeWithScikitLearn(JsonNode expected) throws IOException {
        Predictions predictions = predictions(expected);
        Scores scores = Scores.of(predictions, new ClassCounts(List.of(), List.of()));

        assertThat(scores.classes()).hasSize(expected.get("classes").size());
        scores.classes().forEach((label, found) -> {
            JsonNode ofClass = expected.get("classes").get(label);
            assertThat(found.precision()).isCloseTo(ofClass.get(0).asDouble(), within(1e-12));
            assertThat(found.recall()).isCloseTo(ofClass.get(1).asDouble(), within(1e-12));
            assertThat(found.f1()).isCloseTo(ofClass.get(2).asDouble(), within(1e-12));
        });
        Confusion confusion = predictions.confusion();
        List<String> order = List.of(new ObjectMapper().treeToValue(expected.get("confusionLabels"), String[].class));
        assertThat(confusion.labels()).containsExactlyInAnyOrderElementsOf(order);
        for (int t = 0; t < order.size(); t++) {
            for (int c = 0; c < order.size(); c++) {
                assertThat(confusion.count(
                                confusion.labels().indexOf(order.get(t)),
                                confusion.labels().indexOf(order.get(c))))
                        .isEqualTo(expected.get("confusion").get(t).get(c).asInt());
            }
        }
    }

    private static List<String> labels(JsonNode expected) throws IOException {
        return List.of(new ObjectMapper().treeToValue(expected.get("labels"), String[].class));
    }

    private static Predictions predictions(JsonNode expected) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return Predictions.of(
                new Logits(labels(expected), json.treeToValue(expected.get("logits"), float[][].class)),
                TestSet.of(json.treeToValue(expected.get("truth"), String[].class)));
    }
}
