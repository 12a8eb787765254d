package io.github.bkd4j.cli;

import io.github.bkd4j.serve.ClassificationServer;
import io.github.bkd4j.serve.Limits;
import io.github.bkd4j.serve.ServerSettings;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers requests over HTTP. */
@Command(
        name = "serve",
        description = {
            "Classify texts over HTTP, with a page to try it in a browser, until the process is stopped (Ctrl+C). A "
                    + "model whose file is replaced is read anew. There is no authentication: see --bind.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd serve tickets.bkd",
            "  bkd serve tickets.bkd --port 9000 --model german=de.bkd",
            "  curl -d '{\"text\": \"my parcel never came\"}' localhost:8080/v1/classify",
            Manual.EXIT
        })
final class ServeCommand implements Callable<Integer> {

    private static final String ENDING = ".bkd";
    private static final Limits USUAL = Limits.USUAL;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            arity = "0..1",
            description = "A model that 'bkd distill' wrote; its name is that of the file without .bkd.")
    private @Nullable Path model;

    @Option(
            names = "--model",
            paramLabel = "NAME=FILE",
            description = "A model that answers requests with ?model=NAME; may be repeated. Without MODEL, the first "
                    + "answers those without a name. Default: none.")
    private List<String> others = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port, >= 0 and <= 65535; 0 takes a free one. Default ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Interface to listen on; 0.0.0.0 for all, and then put something in front that knows who "
                    + "may ask. Default ${DEFAULT-VALUE}, this machine alone.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            description = "Largest body of a request, >= 1; else 413. Default ${DEFAULT-VALUE}.")
    private int body = USUAL.bodyBytes();

    @Option(
            names = "--max-texts",
            paramLabel = "N",
            description = "Most texts of a request, >= 1; else 413. Default ${DEFAULT-VALUE}.")
    private int texts = USUAL.texts();

    @Option(
            names = "--max-requests",
            paramLabel = "N",
            description = "Most requests to classify that are read or answered at the same time, >= 1; else 429. "
                    + "Default ${DEFAULT-VALUE}.")
    private int requests = USUAL.requests();

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "Most open connections, >= 1; others wait. Default ${DEFAULT-VALUE}.")
    private int connections = USUAL.connections();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Until a request must have arrived, else 408, and must be answered, else 503; a connection "
                    + "that has had no request for so long is closed; >= 1. Default ${DEFAULT-VALUE}.")
    private int timeout = Math.toIntExact(USUAL.time().toSeconds());

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            description = "Practise for so long, >= 0, until /readyz says that requests are welcome; they are answered "
                    + "before, but slower: a Java program is slow at first. Default ${DEFAULT-VALUE}.")
    private int warmUp = 5;

    @Option(
            names = "--log-texts",
            description = "Print each classified text on stderr: model, label, text. Texts may be personal data.")
    private boolean logsTexts;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        ClassificationServer server = ClassificationServer.start(models(), settings(err));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "bkd-serve-stop"));
        spec.commandLine().getOut().println(server.uri());
        spec.commandLine().getOut().flush();
        if (!isLoopback()) {
            err.println("bkd: others can reach " + bind + " and ask without a password");
        }
        server.join();
        return 0;
    }

    private Map<String, Path> models() {
        Map<String, Path> models = new LinkedHashMap<>();
        if (model != null) {
            models.put(String.valueOf(model.getFileName()).replaceFirst("(.)\\" + ENDING + "$", "$1"), model);
        }
        for (String other : others) {
            int end = other.indexOf('=');
            if (end < 0 || other.substring(0, end).isBlank() || end + 1 == other.length()) {
                throw new InputException("--model", "must be NAME=FILE but was '" + other + "'");
            }
            String name = other.substring(0, end);
            if (models.put(name, path(other.substring(end + 1))) != null) {
                throw new InputException("--model", "must have a name that no other model has but was " + name);
            }
        }
        if (models.isEmpty()) {
            throw new InputException("MODEL or --model must be given but neither was");
        }
        return models;
    }

    private static Path path(String file) {
        return InputException.checked("--model", () -> Path.of(file));
    }

    private ServerSettings settings(PrintWriter err) {
        requireAtLeast(1, "--max-body", body);
        requireAtLeast(1, "--max-texts", texts);
        requireAtLeast(1, "--max-requests", requests);
        requireAtLeast(1, "--max-connections", connections);
        requireAtLeast(1, "--timeout", timeout);
        requireAtLeast(0, "--warm-up", warmUp);
        return InputException.checked(
                "--port",
                () -> new ServerSettings(
                        bind,
                        port,
                        new Limits(body, texts, requests, connections, Duration.ofSeconds(timeout)),
                        event -> err.println("bkd: " + event),
                        logsTexts,
                        Duration.ofSeconds(warmUp)));
    }

    private static void requireAtLeast(int least, String option, int value) {
        if (value < least) {
            throw new InputException(option, "must be >= " + least + " but was " + value);
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
