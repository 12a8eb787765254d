package io.github.bkd4j.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A headless Chromium, by the W3C's WebDriver protocol. */
final class WebDriver implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRIES = 200; // of 50 ms

    private final Process driver;
    private final URI root;
    private String session = "";

    private WebDriver(Process driver, URI root) {
        this.driver = driver;
        this.root = root;
    }

    /** Whether this machine has what it needs. */
    static boolean isInstalled() {
        return chromedriver().isPresent();
    }

    private static Optional<File> chromedriver() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> new File(folder, "chromedriver"))
                .filter(File::canExecute)
                .findFirst();
    }

    static WebDriver start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process driver = new ProcessBuilder(chromedriver().orElseThrow().getPath(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        WebDriver browser = new WebDriver(driver, URI.create("http://127.0.0.1:" + port + "/"));
        browser.awaitDriver();
        browser.session = browser.call(
                        "POST",
                        "session",
                        Map.of(
                                "capabilities",
                                Map.of(
                                        "alwaysMatch",
                                        Map.of(
                                                "goog:chromeOptions",
                                                Map.of(
                                                        "args",
                                                        List.of("--headless=new", "--no-sandbox", "--disable-gpu")),
                                                "goog:loggingPrefs",
                                                Map.of("browser", "ALL")))))
                .get("sessionId")
                .asText();
        return browser;
    }

    private void awaitDriver() throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                HTTP.send(HttpRequest.newBuilder(root.resolve("status")).build(), BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                if (i == TRIES) {
                    throw new IllegalStateException("chromedriver does not answer", e);
                }
                Thread.sleep(50);
            }
        }
    }

    private JsonNode call(String method, String path, Map<String, ?> body) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .timeout(Duration.ofMinutes(1))
                            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build(),
                    BodyHandlers.ofString());
            JsonNode value = JSON.readTree(response.body()).get("value");
            if (response.statusCode() != 200) {
                throw new IllegalStateException(value.toString());
            }
            return value;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ofSession(String path, Map<String, ?> body) {
        return call("POST", "session/" + session + "/" + path, body);
    }

    void open(URI page) {
        ofSession("url", Map.of("url", page.toString()));
    }

    /** What a function body returns in the page. */
    JsonNode run(String script, Object... arguments) {
        return ofSession("execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    /** Waits until an expression is true. */
    void await(String condition) throws InterruptedException {
        for (int i = 0; !run("return Boolean(" + condition + ")").asBoolean(); i++) {
            if (i == TRIES) {
                throw new AssertionError("not in time: " + condition + " in "
                        + run("return document.body.innerText").asText());
            }
            Thread.sleep(50);
        }
    }

    /** Types into what has the focus; \uE004 is the tabulator, \uE006 the enter key, \uE009 control. */
    void type(String keys) {
        List<Map<String, String>> actions = keys.codePoints()
                .mapToObj(Character::toString)
                .flatMap(key ->
                        Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
                .toList();
        ofSession("actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    void width(int pixels) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void command(String name, Map<String, ?> parameters) {
        ofSession("goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    /** Errors and warnings of the browser's console since the last call. */
    JsonNode console() {
        return ofSession("se/log", Map.of("type", "browser"));
    }

    @Override
    public void close() {
        call("DELETE", "session/" + session, Map.of());
        driver.destroy();
    }
}
