package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Asks a server with a toy of a model, so that the just-in-time compiler has seen requests before clients send them.
 * Without it the first thousands take a hundred times as long as later ones.
 */
final class WarmUp {

    private static final String NAME = "toy";
    private static final List<String> TEXTS =
            List.of("my parcel never came, where is it now?", "I want my money back; the bank has charged me twice!");
    private static final List<String> BODIES = List.of(
            "{\"text\": \"where is my parcel, and who will pay for it?\"}",
            "{\"texts\": [\"my money never came\", \"the parcel is charged twice\"], \"topK\": 2, \"explain\": 5}",
            "{\"text\": \"I want it now\"}");
    private static final int CLIENTS = 2;
    private static final int SIZE = 64; // of an embedding

    private WarmUp() {}

    /** Returns soon after the condition no longer holds. */
    static void whilst(BooleanSupplier condition) {
        Models toys = new Models(Map.of(NAME, new ServedModel(toy())));
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        ServerSettings settings = new ServerSettings(loopback, 0, Limits.USUAL, event -> {}, false, Duration.ZERO);
        try (ClassificationServer server = ClassificationServer.start(toys, settings)) {
            Stream.generate(() -> new Thread(() -> ask(server.uri(), condition)))
                    .limit(CLIENTS)
                    .peek(Thread::start)
                    .toList()
                    .forEach(WarmUp::join);
        }
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LoadedModel toy() {
        TextEncoder encoder =
                TextEncoding.bagOfNgrams().withCharacters(5).withMinCount(1).fit(TEXTS);
        BagKernel kernel = new BagKernel(encoder.vocabulary().size(), SIZE, 0, 1);
        OutputKernel output = OutputKernel.linear(new float[SIZE][2], new float[2]);
        TextClassifier classifier = new TextClassifier(
                new TextModel(encoder, new KernelNetwork(kernel, kernel.draw(1), output)),
                new ClassCounts(List.of("refund", "parcel"), List.of(1L, 1L)),
                new Provenance(new TreeMap<>()));
        return LoadedModel.of(NAME, new ModelClassifier.OneClass(classifier), Optional.empty(), new ModelMetrics());
    }

    private static void ask(URI server, BooleanSupplier condition) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; condition.getAsBoolean(); i++) {
                socket.getOutputStream().write(request(BODIES.get(i % BODIES.size())));
                skipAnswer(in);
            }
        } catch (IOException e) {
            return; // it practises less
        }
    }

    private static byte[] request(String body) {
        String head = "POST /v1/classify HTTP/1.1\r\nHost: toy\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(US_ASCII);
    }

    /** Of an object, to the brace that closes it: the toy's answers have no brace in a string. */
    private static void skipAnswer(InputStream in) throws IOException {
        int open = 0;
        int c;
        do {
            c = in.read();
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        } while (c >= 0 && (open > 0 || c != '}'));
    }
}
