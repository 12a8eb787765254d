package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are none: an answer where one is possible, else a closed connection, and a server that lives on. */
class MalformedRequestsTest {

    private static final List<String> WORDS = List.of(
            "\"text\"",
            "\"texts\"",
            "\"topK\":",
            "\"explain\":",
            "null",
            "true",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "1e999",
            "-1",
            "\\ud800",
            "\\u0000",
            "\u0000",
            "\"",
            "\\",
            "9".repeat(400),
            "[".repeat(2000));
    private static final List<byte[]> WHOLE = List.of(
            "{\"text\": \"my parcel never came\", \"topK\": 3, \"explain\": true}".getBytes(UTF_8),
            "{\"texts\": [\"smoke\", \"\", \"\u4e2d\u6587 \ud83d\ude00\"], \"explain\": 4}".getBytes(UTF_8));

    @TempDir
    private Path folder;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void theReaderRefusesDamagedJson() throws IOException {
        assertThat(read(Fuzz.FEW)).isPositive();
    }

    @Test
    @Tag("slow")
    void theReaderRefusesMuchDamagedJson() throws IOException {
        assertThat(read(Fuzz.MANY)).isPositive();
    }

    private int read(int cases) throws IOException {
        Path file = folder.resolve("request.json");
        return new Fuzz(file, WHOLE, WORDS)
                .run(cases, 1, RequestException.class, () -> RequestReader.read(Files.readAllBytes(file), 10));
    }

    @Test
    void theServerLivesOn() throws IOException {
        serve(150);
    }

    @Test
    @Tag("slow")
    void theServerLivesOnAfterMany() throws IOException {
        serve(10_000);
    }

    private void serve(int requests) throws IOException {
        try (ClassificationServer server = start(new Limits(100_000, 10, 8, 50, Duration.ofMillis(300)))) {
            Client client = new Client(server.uri());
            Random random = new Random(3);
            List<Socket> slow = new ArrayList<>();
            long before = used();
            for (int i = 0; i < requests; i++) {
                one(client, random, slow);
                assertThat(i % 50 == 0 ? client.get("healthz").body() : "ok\n").isEqualTo("ok\n");
            }
            for (Socket left : slow) {
                assertEnds(left);
            }
            assertThat(client.classify("{\"text\": \"parcel\"}").get("answers")).hasSize(1);
            assertThat(client.get("metrics").body()).contains("bkd_requests_in_flight 0\n");
            assertThat(used() - before).isLessThan(50 << 20);
        }
        assertThat(log).isEmpty(); // no bug was found
    }

    /** 100 MB each; in time, so that each client reads its answer. */
    @Test
    @Tag("slow")
    void largeBodiesAreReadAndDropped() throws IOException {
        byte[] body = new byte[100 << 20];
        try (ClassificationServer server = start(Limits.USUAL)) {
            Client client = new Client(server.uri());
            long before = used();
            for (int i = 0; i < 10; i++) {
                assertThat(answer(client, head(body.length), body)).startsWith("HTTP/1.1 413 ");
            }
            assertThat(used() - before).isLessThan(50 << 20);
        }
        assertThat(log).isEmpty();
    }

    private ClassificationServer start(Limits limits) {
        Path model = TestModel.save(TestModel.careful(), folder.resolve("m.bkd"));
        return ClassificationServer.start(
                Map.of("m", model), new ServerSettings("127.0.0.1", 0, limits, log::add, false, Duration.ZERO));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void one(Client client, Random random, List<Socket> slow) throws IOException {
        byte[] json = damaged(random);
        switch (random.nextInt(6)) {
            case 0 -> slow.add(unfinished(client, head(json.length + 5), json, random.nextBoolean()));
            case 1 -> assertThat(answer(client, damaged(random))).matches("(?s)|HTTP/1.1 [1245].*");
            case 2 -> assertThat(answer(client, chunked(json))).matches("(?s)HTTP/1.1 (200|4..) .*");
            default -> assertThat(answer(client, head(json.length), json)).matches("(?s)HTTP/1.1 (200|4..) .*");
        }
    }

    private static byte[] head(int length) {
        return ("POST /v1/classify HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    /** Sent, and nothing after it: either side of the connection may be closed. */
    private static Socket unfinished(Client client, byte[] head, byte[] json, boolean halfClosed) throws IOException {
        Socket socket = client.socket(10);
        socket.getOutputStream().write(head);
        socket.getOutputStream().write(json);
        if (halfClosed) {
            socket.shutdownOutput();
        }
        return socket;
    }

    private static void assertEnds(Socket socket) throws IOException {
        try (socket) {
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .matches("(?s)|HTTP/1.1 4.*");
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset"); // closed, too
        }
    }

    private static String answer(Client client, byte[]... parts) throws IOException {
        try (Socket socket = client.socket(10)) {
            OutputStream out = socket.getOutputStream();
            for (byte[] part : parts) {
                out.write(part);
            }
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (SocketException e) {
            return ""; // closed while something was still on its way
        }
    }

    private static byte[] chunked(byte[] json) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                "POST /v1/classify HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        .getBytes(ISO_8859_1));
        out.writeBytes((Integer.toHexString(json.length) + "\r\n").getBytes(ISO_8859_1));
        out.writeBytes(json);
        out.writeBytes((json.length > 0 ? "\r\n0\r\n\r\n" : "\r\n\r\n").getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] damaged(Random random) {
        byte[] bytes = WHOLE.get(random.nextInt(WHOLE.size())).clone();
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8);
            int at = random.nextInt(bytes.length + 1);
            byte[] longer = new byte[bytes.length + word.length];
            System.arraycopy(bytes, 0, longer, 0, at);
            System.arraycopy(word, 0, longer, at, word.length);
            System.arraycopy(bytes, at, longer, at + word.length, bytes.length - at);
            bytes = random.nextInt(4) == 0 ? java.util.Arrays.copyOf(longer, at) : longer;
        }
        return bytes;
    }
}
