package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.model.ModelException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Start, replacement of the model, and stop. */
class LifeTest {

    private static final String PARCEL = "{\"text\": \"parcel\"}";

    @TempDir
    private Path folder;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private Path model() {
        return TestModel.save(TestModel.careful(), folder.resolve("m.bkd"));
    }

    private ClassificationServer start(Path model) {
        return start(model, Duration.ZERO);
    }

    private ClassificationServer start(Path model, Duration warmUp) {
        return ClassificationServer.start(
                Map.of("m", model), new ServerSettings("127.0.0.1", 0, Limits.USUAL, log::add, false, warmUp));
    }

    private static String label(Client client) {
        JsonNode answer = client.classify(PARCEL);
        assertThat(answer.has("answers")).as(answer.toString()).isTrue();
        return answer.get("answers").get(0).get("label").asText();
    }

    @Test
    void aReplacedModelIsReadAnewAndNoRequestIsLost() throws InterruptedException {
        Path file = model();
        AtomicBoolean enough = new AtomicBoolean();
        try (ClassificationServer server = start(file)) {
            Client client = new Client(server.uri());
            List<CompletableFuture<Void>> askers = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        while (!enough.get()) {
                            assertThat(label(client)).isIn("delivery", "shipping");
                        }
                    }))
                    .toList();
            TestModel.renamed().save(file);
            while (!label(client).equals("shipping")) {
                Thread.sleep(20);
            }
            enough.set(true);
            askers.forEach(CompletableFuture::join);

            assertThat(client.get("metrics").body()).contains("bkd_reloads_total{model=\"m\"} 1\n");
        }
        assertThat(log).containsExactly("model m: " + file + " was replaced and is read anew");
    }

    @Test
    void aBrokenModelLeavesTheLastOne() throws InterruptedException {
        Path file = model();
        try (ClassificationServer server = start(file)) {
            Client client = new Client(server.uri());
            AtomicFile.write(file, out -> out.write("broken".getBytes(UTF_8)));
            while (log.isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(label(client)).isEqualTo("delivery");
            assertThat(client.get("metrics").body()).contains("bkd_failed_reloads_total{model=\"m\"} 1\n");
        }
        assertThat(log).containsExactly("model m stays as it was: " + file + ": not a bkd model");
    }

    @Test
    void aRequestThatHasBegunIsAnsweredBeforeItStops() throws Exception {
        ClassificationServer server = start(model());
        try (Socket begun = new Client(server.uri()).socket(10)) {
            begun.getOutputStream()
                    .write("POST /v1/classify HTTP/1.1\r\nHost: x\r\nContent-Length: 18\r\n\r\n{\"te".getBytes(UTF_8));
            while (!new Client(server.uri()).get("metrics").body().contains("bkd_requests_in_flight 1\n")) {
                Thread.sleep(10);
            }
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            Thread.sleep(200);
            assertThat(stopped).isNotDone();

            assertThat(Client.exchange(begun, "xt\": \"parcel\"}"))
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"label\":\"delivery\"");
            stopped.join();
        }
        assertThatThrownBy(() -> new Client(server.uri()).get("healthz")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeServedIsSaid() throws IOException {
        Path none = folder.resolve("none.bkd");
        assertThatThrownBy(() -> start(none))
                .isInstanceOf(ModelException.class)
                .hasMessage(none + ": no such model file");
        Path broken = Files.writeString(folder.resolve("broken.bkd"), "broken");
        assertThatThrownBy(() -> start(broken))
                .isInstanceOf(ModelException.class)
                .hasMessage(broken + ": not a bkd model");
        try (ClassificationServer server = start(model())) {
            int port = server.uri().getPort();
            assertThatThrownBy(() -> ClassificationServer.start(Map.of("m", model()), ServerSettings.local(port)))
                    .isInstanceOf(ServerException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + port + ": address already in use");
        }
        assertThatThrownBy(() -> ClassificationServer.start(
                        Map.of("m", model()),
                        new ServerSettings("1:2", 80, Limits.USUAL, log::add, false, Duration.ZERO)))
                .isInstanceOf(ServerException.class)
                .hasMessage("cannot listen on 1:2:80: there is no such address");
        assertThatThrownBy(() -> ClassificationServer.start(Map.of(), ServerSettings.local(0)))
                .hasMessage("models must be at least one but were none");
    }

    @Test
    void textsAreLoggedOnlyIfAskedFor() {
        Path file = model();
        try (ClassificationServer server = start(file)) {
            new Client(server.uri()).post("v1/classify", "{\"text\": \"secret parcel\"}");
            new Client(server.uri()).post("v1/classify", "{\"text\": \"secret parcel");
        }
        assertThat(log).isEmpty();
        ServerSettings telling = new ServerSettings("127.0.0.1", 0, Limits.USUAL, log::add, true, Duration.ZERO);
        try (ClassificationServer server = ClassificationServer.start(Map.of("m", file), telling)) {
            new Client(server.uri()).post("v1/classify", "{\"text\": \"my\\n\\u001bparcel\"}");
        }
        assertThat(log).containsExactly("m\tdelivery\tmy parcel");
    }

    @Test
    void itAnswersBeforeItIsReadyAndPracticeLeavesNoTrace() {
        try (ClassificationServer server = start(model(), Duration.ofDays(1))) {
            Client client = new Client(server.uri());

            assertThat(client.get("readyz").statusCode()).isEqualTo(503);
            assertThat(client.get("readyz").body()).isEqualTo("{\"error\":\"warming up\"}");
            assertThat(label(client)).isEqualTo("delivery");
            assertThat(client.get("metrics").body())
                    .contains("bkd_texts_total{model=\"m\"} 1\n", "bkd_classify_seconds_count 1\n")
                    .doesNotContain("toy");
        }
        assertThat(log).isEmpty();
    }

    @Test
    @Timeout(60)
    void itIsReadyAfterItsPractice() throws InterruptedException {
        try (ClassificationServer server = start(model(), Duration.ofMillis(300))) {
            Client client = new Client(server.uri());
            while (client.get("readyz").statusCode() != 200) {
                Thread.sleep(20);
            }
        }
        assertThat(log).isEmpty();
    }

    @Test
    void practiceEndsWithTheServer() throws InterruptedException {
        ClassificationServer server = start(model(), Duration.ofDays(1));
        Thread practice = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("bkd-serve-warm-up"))
                .findFirst()
                .orElseThrow();
        assertThat(practice.isAlive()).isTrue();

        server.close();

        practice.join(10_000);
        assertThat(practice.isAlive()).isFalse();
    }

    @Test
    void metricsTellWhatWasAsked() {
        try (ClassificationServer server = start(model())) {
            Client client = new Client(server.uri());
            client.post("v1/classify", "{\"texts\": [\"parcel late\", \"parcel bank\", \"zzz\"]}");
            client.post("v1/classify", "{");
            client.get("nothing");

            assertThat(client.get("metrics").body())
                    .contains(
                            "bkd_requests_total{route=\"/v1/classify\",status=\"200\"} 1\n",
                            "bkd_requests_total{route=\"/v1/classify\",status=\"400\"} 1\n",
                            "bkd_requests_total{route=\"other\",status=\"404\"} 1\n",
                            "bkd_classify_seconds_bucket{le=\"+Inf\"} 2\n",
                            "bkd_classify_seconds_count 2\n",
                            "bkd_texts_total{model=\"m\"} 3\n",
                            "bkd_predictions_total{model=\"m\",class=\"delivery\"} 3\n",
                            "bkd_abstentions_total{model=\"m\"} 2\n",
                            "bkd_guesses_total{model=\"m\"} 1\n",
                            "bkd_unknown_words_share_sum{model=\"m\"} 1\n",
                            "bkd_unknown_words_share_count{model=\"m\"} 3\n",
                            "bkd_drift_texts{model=\"m\"} 3\n",
                            "bkd_drift_psi{model=\"m\",distribution=\"classes\"} ",
                            "bkd_drift_psi_by_chance{model=\"m\",distribution=\"confidence\"} ",
                            "bkd_drift_jensen_shannon_bits{model=\"m\",distribution=\"unknown_words\"} ",
                            "bkd_estimated_prior{model=\"m\",class=\"fire\"} ")
                    .satisfies(LifeTest::isPrometheusText);
        }
    }

    /** Lines of the format's grammar, and the samples of a metric together, after its type. */
    private static void isPrometheusText(String text) {
        String name = "";
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("# TYPE ")) {
                name = line.replaceAll("# TYPE | .*$", "");
                assertThat(line).matches("# TYPE [a-z_]+ (counter|gauge|histogram|summary)");
            } else if (!line.startsWith("# HELP ") && !line.isEmpty()) {
                assertThat(line)
                        .startsWith(name)
                        .matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? -?[0-9.E-]+");
            }
        }
    }
}
