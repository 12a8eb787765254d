package io.github.bkd4j.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * A classifier inside an application of your own: here the server of the JDK; a controller of Spring or a resource of
 * JAX-RS has the same three lines. It needs {@code bkd-dl4j-runtime} alone. Load the model once and share it: it is
 * thread-safe. {@code bkd serve} is the same with limits, metrics and a page.
 *
 * <pre>{@code
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" io.github.bkd4j.examples.OwnService tickets.bkd
 * curl -d 'my parcel never came' localhost:8080/classify
 * }</pre>
 */
public final class OwnService {

    private static final int PORT = 8080;
    private static final int LONGEST = 10_000; // bytes

    private OwnService() {}

    /**
     * Runs the program until it is stopped.
     *
     * @param args a model
     * @throws IOException if the port is taken
     */
    public static void main(String[] args) throws IOException {
        start(TextClassifier.load(Path.of(args[0])), PORT);
    }

    /** Answers {@code POST /classify} with label, probability and the token that speaks most for or against it. */
    static HttpServer start(TextClassifier classifier, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/classify", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
                boolean isTooLong = body.length > LONGEST;
                String said = isTooLong ? "at most 10,000 bytes\n" : answer(classifier, new String(body, UTF_8));
                reply(exchange, isTooLong ? 413 : 200, said);
            }
        });
        server.start();
        return server;
    }

    private static String answer(TextClassifier classifier, String text) {
        Classification classification = classifier.classify(text);
        if (!classifier.answers(classification) || !classifier.hasKnownToken(text)) {
            return "-\n"; // for a person to read
        }
        Explanation explanation = classifier.explain(text);
        return String.format(
                Locale.ROOT,
                "%s\t%.4f\t%s\n",
                classification.label(),
                classification.probability(),
                explanation.top(1).get(0).token());
    }

    private static void reply(HttpExchange exchange, int status, String said) throws IOException {
        byte[] bytes = said.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
