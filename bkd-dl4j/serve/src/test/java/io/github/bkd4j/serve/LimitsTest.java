package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are slow, too many, or gone. The time of the limits is one second. */
class LimitsTest {

    private static final String HEAD = "POST /v1/classify HTTP/1.1\r\nHost: x\r\n";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ClassificationServer server;

    @SuppressWarnings("NullAway.Init")
    private static Client client;

    @BeforeAll
    static void start() {
        Path model = TestModel.save(TestModel.plain(), folder.resolve("m.bkd"));
        Limits limits = new Limits(1000, 10, 2, 20, Duration.ofSeconds(1));
        server = ClassificationServer.start(
                Map.of("m", model), ServerSettings.local(0).with(limits));
        client = new Client(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void isAlive() {
        assertThat(client.classify("{\"text\": \"parcel\"}").get("answers")).hasSize(1);
    }

    @Test
    void requestsBeyondTheMostAreSentAwayUntilOthersAreAnswered() throws IOException {
        String begun = HEAD + "Content-Length: 18\r\nConnection: close\r\n\r\n{\"text\": ";
        try (Socket one = client.socket(5);
                Socket two = client.socket(5);
                Socket three = client.socket(5)) {
            one.getOutputStream().write(begun.getBytes(UTF_8));
            two.getOutputStream().write(begun.getBytes(UTF_8));
            awaitInFlight(2);

            assertThat(Client.exchange(three, begun + "\"parcel\"}"))
                    .startsWith("HTTP/1.1 429 ")
                    .containsIgnoringCase("retry-after: 1\r\n")
                    .endsWith("{\"error\":\"requests at the same time must be at most 2 but were more\"}");
            assertThat(Client.exchange(one, "\"parcel\"}")).startsWith("HTTP/1.1 200 ");
            assertThat(Client.exchange(two, "\"parcel\"}")).startsWith("HTTP/1.1 200 ");
        }
        awaitInFlight(0);
        isAlive();
    }

    private static void awaitInFlight(int requests) {
        while (!client.get("metrics").body().contains("bkd_requests_in_flight " + requests + "\n")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aBodyThatIsLateIsAnsweredWith408() throws IOException {
        try (Socket slow = client.socket(5)) {
            assertThat(Client.exchange(slow, HEAD + "Content-Length: 100\r\n\r\n{\"text\""))
                    .startsWith("HTTP/1.1 408 ")
                    .endsWith("{\"error\":\"body must arrive within 1000 ms but did not\"}");
        }
    }

    /** One byte now and then keeps a connection from looking idle. */
    @Test
    void aHeaderThatNeverEndsIsCutOff() throws IOException, InterruptedException {
        try (Socket slow = client.socket(5)) {
            OutputStream out = slow.getOutputStream();
            out.write("GET /healthz HTTP/1.1\r\nX-Slow: ".getBytes(UTF_8));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 50; i++) {
                            out.write('a');
                            Thread.sleep(100);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
        isAlive();
    }

    @Test
    void aBodyThatIsTooLargeIsReadToItsEndAndRefused() throws IOException {
        String large = "x".repeat(100_000);
        try (Socket declared = client.socket(5);
                Socket chunked = client.socket(5);
                Socket asking = client.socket(5)) {
            assertThat(Client.exchange(
                            declared,
                            HEAD + "Connection: close\r\nContent-Length: " + large.length() + "\r\n\r\n" + large))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(Client.exchange(
                            chunked,
                            HEAD + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ");
            assertThat(Client.exchange(asking, HEAD + "Expect: 100-continue\r\nContent-Length: 100000\r\n\r\n"))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aClientThatClosesHalfOfItsConnectionIsAnswered() throws IOException {
        try (Socket whole = client.socket(5);
                Socket cut = client.socket(5)) {
            whole.getOutputStream()
                    .write((HEAD + "Connection: close\r\nContent-Length: 18\r\n\r\n{\"text\": \"parcel\"}")
                            .getBytes(UTF_8));
            whole.shutdownOutput();
            assertThat(new String(whole.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 200 ");

            cut.getOutputStream().write((HEAD + "Content-Length: 18\r\n\r\n{\"text\"").getBytes(UTF_8));
            cut.shutdownOutput();
            assertThat(new String(cut.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 400 ");
        }
        isAlive();
    }

    @Test
    void whatIsNoHttpIsRefusedInTheSameForm() throws IOException {
        try (Socket socket = client.socket(5)) {
            assertThat(Client.exchange(socket, "nonsense\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("{\"error\":\"request must be valid HTTP and the server running, but: bad request\"}");
        }
        try (Socket socket = client.socket(5)) {
            assertThat(Client.exchange(socket, "GET / HTTP/1.1\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void limitsAreAboveZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, 1, 1, 1, Duration.ofSeconds(1)))
                .withMessage("bytes of a body must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(1, 1, 1, 1, Duration.ZERO))
                .withMessage("time must be >= 1 ms but was 0 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.local(70_000))
                .withMessage("port must be from 0 to 65535 but was 70000");
    }
}
