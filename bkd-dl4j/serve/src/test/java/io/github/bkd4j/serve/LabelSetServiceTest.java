package io.github.bkd4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.TextClassifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of several labels per text, served: a label's logit is 6 times its share of the words. */
class LabelSetServiceTest {

    @TempDir
    private static Path folder;

    private static final List<String> LOG = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static ClassificationServer server;

    @SuppressWarnings("NullAway.Init")
    private static Client client;

    @BeforeAll
    static void start() {
        TextClassifier plain = TestModel.plain();
        Path file = folder.resolve("topics.bkd");
        new MultiLabelClassifier(
                        plain.model(), plain.trainingCounts(), Thresholds.all(plain.labels(), 0.9), plain.provenance())
                .save(file, TestModel.CARD);
        server = ClassificationServer.start(
                Map.of("topics", file),
                new ServerSettings("127.0.0.1", 0, Limits.USUAL, LOG::add, true, Duration.ZERO));
        client = new Client(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode answers(String body) {
        return client.classify(body).get("answers");
    }

    @Test
    void aTextHasTheLabelsThatReachTheirThresholds() {
        LOG.clear();
        JsonNode one = answers("{\"texts\": [\"parcel bank\", \"late\", \"parcel smoke bank money\", \"zzz\"]}");

        JsonNode both = one.get(0).get("labels");
        assertThat(both.findValuesAsText("label")).containsExactly("delivery", "refund");
        assertThat(both.get(0).get("probability").asDouble()).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-6));
        assertThat(both.get(0).get("third").asText()).isEqualTo("head");
        assertThat(one.get(0).get("label").asText()).isEqualTo("delivery");
        assertThat(one.get(0).get("answered").asBoolean()).isTrue();
        assertThat(one.get(1).get("labels").findValuesAsText("label")).containsExactly("delivery");
        assertThat(one.get(2).get("labels").findValuesAsText("label")).containsExactly("refund");
        assertThat(one.get(3).get("labels")).isEmpty();
        assertThat(one.get(3).get("answered").asBoolean()).isFalse();
        assertThat(one.get(3).get("known").asBoolean()).isFalse();
        assertThat(LOG.subList(0, 2)).containsExactly("topics\tdelivery|refund\tparcel bank", "topics\tdelivery\tlate");
    }

    @Test
    void candidatesAndTheExplanationAreOfLabelsByThemselves() {
        JsonNode one = answers("{\"text\": \"parcel bank\", \"topK\": 3, \"explain\": 5}")
                .get(0);

        assertThat(one.get("candidates").findValuesAsText("label")).containsExactly("delivery", "refund", "fire");
        assertThat(one.get("candidates").get(2).get("probability").asDouble()).isEqualTo(0.5);
        JsonNode explanation = one.get("explanation");
        assertThat(explanation.get("other").asText()).isEmpty();
        assertThat(explanation.get("difference").asDouble()).isCloseTo(3, within(1e-5));
        assertThat(explanation.get("tokens").get(0).get("token").asText()).isEqualTo("parcel");
        assertThat(explanation.get("tokens").get(0).get("value").asDouble()).isCloseTo(3, within(1e-5));
    }

    @Test
    void theModelTellsThatItGivesSeveralLabels() {
        JsonNode model = Client.json(client.get("v1/model"));

        assertThat(model.get("severalLabels").asBoolean()).isTrue();
        assertThat(model.get("abstention").isNull()).isTrue();
        assertThat(model.get("drift").asBoolean()).isFalse();
        assertThat(model.get("card").asText()).isEqualTo(TestModel.CARD);
    }

    @Test
    void metricsCountEachLabel() {
        answers("{\"text\": \"smoke battery\"}");
        assertThat(client.get("metrics").body()).contains("bkd_predictions_total{model=\"topics\",class=\"fire\"} 1");
    }
}
