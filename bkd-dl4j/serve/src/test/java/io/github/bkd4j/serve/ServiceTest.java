package io.github.bkd4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each route answers, and how it refuses. */
class ServiceTest {

    @TempDir
    private static Path folder;

    private static final List<String> LOG = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private static ClassificationServer server;

    @SuppressWarnings("NullAway.Init")
    private static Client client;

    @BeforeAll
    static void start() {
        Map<String, Path> models = new LinkedHashMap<>();
        models.put("careful", TestModel.save(TestModel.careful(), folder.resolve("careful.bkd")));
        models.put("plain one", TestModel.save(TestModel.plain(), folder.resolve("plain.bkd")));
        Limits limits = new Limits(10_000, 100, 64, 100, Limits.USUAL.time());
        server = ClassificationServer.start(
                models, new ServerSettings("127.0.0.1", 0, limits, LOG::add, false, Duration.ZERO));
        client = new Client(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(LOG).isEmpty();
    }

    @Test
    void oneTextHasOneAnswer() {
        JsonNode answer = client.classify("{\"text\": \"my parcel is late\"}");

        assertThat(answer.get("model").asText()).isEqualTo("careful");
        assertThat(answer.get("answers")).hasSize(1);
        JsonNode one = answer.get("answers").get(0);
        assertThat(one.get("label").asText()).isEqualTo("delivery");
        assertThat(one.get("probability").asDouble()).isCloseTo(Math.exp(6) / (Math.exp(6) + 2), within(1e-6));
        assertThat(one.get("answered").asBoolean()).isTrue();
        assertThat(one.get("known").asBoolean()).isTrue();
        assertThat(one.get("shots").asText()).isEqualTo("many");
        assertThat(one.get("third").asText()).isEqualTo("head");
        assertThat(one.get("outOfScope").isNumber()).isTrue();
        assertThat(one.has("candidates")).isFalse();
        assertThat(one.has("explanation")).isFalse();
    }

    @Test
    void severalTextsHaveTheirAnswersInOrder() {
        JsonNode answers = client.classify("{\"texts\": [\"smoke\", \"bank\", \"parcel\"]}")
                .get("answers");

        assertThat(answers.findValuesAsText("label")).containsExactly("fire", "refund", "delivery");
        assertThat(answers.findValuesAsText("third")).containsExactly("tail", "middle", "head");
    }

    @Test
    void topKClassesComeTheMostProbableFirst() {
        JsonNode answer = client.classify("{\"text\": \"parcel late bank\", \"topK\": 2}")
                .get("answers")
                .get(0);

        assertThat(answer.get("candidates").findValuesAsText("label")).containsExactly("delivery", "refund");
    }

    @Test
    void anExplanationAddsUp() {
        JsonNode explanation = client.classify("{\"text\": \"parcel late bank\", \"explain\": 10}")
                .get("answers")
                .get(0)
                .get("explanation");

        assertThat(explanation.get("other").asText()).isEqualTo("refund");
        assertThat(explanation.get("difference").asDouble()).isCloseTo(2, within(1e-5)); // 6 (2/3 - 1/3)
        assertThat(explanation.get("addsUp").asBoolean()).isTrue();
        assertThat(explanation.get("tokens").findValuesAsText("token")).containsExactly("bank", "late", "parcel");
        assertThat(explanation.get("tokens").get(0).get("value").asDouble()).isCloseTo(-2, within(1e-5));
        assertThat(explanation.get("tokens").get(2).get("places").get(0).asInt())
                .isZero();
        assertThat(explanation.get("tokens").get(2).get("kind").asText()).isEqualTo("word");
    }

    @Test
    void itAbstainsAndGuesses() {
        JsonNode answers =
                client.classify("{\"texts\": [\"parcel bank\", \"zzz\", \"\"]}").get("answers");

        assertThat(answers.get(0).get("answered").asBoolean()).isFalse();
        assertThat(answers.get(0).get("known").asBoolean()).isTrue();
        assertThat(answers.get(1).get("known").asBoolean()).isFalse();
        assertThat(answers.get(2).get("known").asBoolean()).isFalse();
    }

    @Test
    void anotherModelAnswersByItsName() {
        HttpResponse<String> response = client.post("v1/classify?model=plain%20one", "{\"text\": \"parcel bank\"}");

        assertThat(Client.json(response).get("model").asText()).isEqualTo("plain one");
        assertThat(Client.json(response).get("answers").get(0).get("answered").asBoolean())
                .isTrue();
    }

    @Test
    void theModelTellsWhatItIs() {
        JsonNode model = Client.json(client.get("v1/model"));

        assertThat(model.get("models").toString()).isEqualTo("[\"careful\",\"plain one\"]");
        assertThat(model.get("classes").get(1).toString())
                .isEqualTo("{\"label\":\"fire\",\"trainingTexts\":5,\"shots\":\"few\",\"third\":\"tail\"}");
        assertThat(model.get("abstention").asText()).isEqualTo("precision=0.95");
        assertThat(model.get("drift").asBoolean()).isTrue();
        assertThat(model.get("provenance").get("seed").asText()).isEqualTo("1");
        assertThat(model.get("card").asText()).isEqualTo(TestModel.CARD);
        assertThat(Client.json(client.get("v1/model?model=plain%20one"))
                        .get("abstention")
                        .isNull())
                .isTrue();
    }

    @Test
    void itIsHealthyAndReady() {
        assertThat(client.get("healthz").body()).isEqualTo("ok\n");
        assertThat(client.get("readyz").body()).isEqualTo("ready\n");
    }

    @Test
    void itIsDescribed() {
        JsonNode paths = Client.json(client.get("openapi.json")).get("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .containsExactly("/v1/classify", "/v1/model", "/healthz", "/readyz", "/metrics", "/openapi.json");
        paths.fieldNames()
                .forEachRemaining(
                        path -> assertThat(client.get(path.substring(1)).statusCode())
                                .as(path)
                                .isEqualTo(path.equals("/v1/classify") ? 405 : 200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page.css", "page.js"})
    void thePageUsesItsOwnFilesAlone(String file) {
        HttpResponse<String> response = client.get(file);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
        assertThat(response.body()).doesNotContain("http://", "https://", "//cdn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                              | 400 | body must be an object but was empty
        {"text": "a                     | 400 | body must be JSON but ends too early
        {"text": a}                     | 400 | body must be JSON but is not, at line 1, column 10
        ["a"]                           | 400 | body must be an object but was a list
        {"text": "a"} {}                | 400 | body must be one object but was more
        {}                              | 400 | text or texts must be given but neither was
        {"text": "a", "texts": ["b"]}   | 400 | text or texts must be given but both were
        {"text": "a", "text": "b"}      | 400 | 'text' must be given once but was given twice
        {"text": 7}                     | 400 | text must be a string but was a number
        {"text": null}                  | 400 | text must be a string but was null
        {"texts": "a"}                  | 400 | texts must be a list of strings but was a string
        {"texts": []}                   | 400 | texts must have at least one but had none
        {"texts": ["a", {}]}            | 400 | texts[1] must be a string but was an object
        {"text": "a", "topK": 0}        | 400 | topK must be a whole number >= 1 and below 2^31 but was 0
        {"text": "a", "topK": 1.5}      | 400 | topK must be a whole number >= 1 but was a number
        {"text": "a", "topK": 99999999999} | 400 | topK must be a whole number >= 1 and below 2^31 but was 99999999999
        {"text": "a", "topK": 123456789012345678901} | 400 | topK must be a whole number >= 1 and below 2^31 but was 12345678901234567890...
        {"text": "a", "explain": "yes"} | 400 | explain must be a whole number >= 1 but was a string
        {"text": "a", "txt": 1}         | 400 | fields must be text, texts, topK or explain but one was 'txt'
        """)
    void badJsonIsRefusedWithOneSentence(String body, int status, String sentence) {
        HttpResponse<String> response = client.post("v1/classify", body);

        assertThat(Client.json(response).get("error").asText()).isEqualTo(sentence);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-www-form-urlencoded", "image/png"})
    void theContentTypeIsOfNoMatter(String type) {
        assertThat(client.send(client.to("v1/classify")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("{\"text\": \"parcel\"}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.send(client.to("v1/classify")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("text=parcel")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
        HttpResponse<String> response = client.send(client.to("v1/classify").POST(BodyPublishers.ofByteArray(bytes)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).get("error").asText()).startsWith("body must be JSON");
    }

    @Test
    void anUnpairedSurrogateIsAText() {
        JsonNode answer = client.classify("{\"text\": \"parcel \\ud800 late\", \"explain\": true}");

        assertThat(answer.get("answers").get(0).get("label").asText()).isEqualTo("delivery");
    }

    @Test
    void tooMuchIsRefused() {
        HttpResponse<String> large = client.post("v1/classify", "{\"text\": \"" + "a".repeat(10_000) + "\"}");
        HttpResponse<String> many = client.post("v1/classify", "{\"texts\": [\"a\"" + ",\"a\"".repeat(100) + "]}");

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(Client.json(large).get("error").asText())
                .isEqualTo("body must be at most 10,000 bytes but was larger");
        assertThat(many.statusCode()).isEqualTo(413);
        assertThat(Client.json(many).get("error").asText()).isEqualTo("texts must be at most 100 but were more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET    | v1/classify        | 405 | method must be POST but was 'GET'
        PUT    | v1/model           | 405 | method must be GET but was 'PUT'
        GET    | nothing            | 404 | there is nothing here; /openapi.json describes what there is
        GET    | v1/model?model=x   | 404 | model must be one of [careful, plain one] but was 'x'
        GET    | v1/model?model=%FF | 400 | request must be valid HTTP but was not: its address cannot be decoded
        """)
    void otherRequestsAreRefused(String method, String path, int status, String sentence) {
        HttpResponse<String> response = client.send(client.to(path).method(method, BodyPublishers.noBody()));

        assertThat(Client.json(response).get("error").asText()).isEqualTo(sentence);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }
}
