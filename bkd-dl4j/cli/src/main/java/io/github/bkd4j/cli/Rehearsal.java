package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.serve.ClassificationServer;
import io.github.bkd4j.serve.Limits;
import io.github.bkd4j.serve.ServerSettings;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Classifies texts with an untrained model, and serves it. The launcher runs it once after a build, to learn which
 * classes {@code bkd classify} and {@code bkd serve} load: the JVM then maps them from one file (class data sharing)
 * instead of parsing them at every start.
 */
final class Rehearsal {

    private static final List<String> TEXTS = List.of("first text", "second text");
    private static final int WIDTH = 2;
    private static final int REFUSED = 2;
    private static final ServerSettings PRACTICE =
            new ServerSettings("127.0.0.1", 0, Limits.USUAL, event -> {}, false, Duration.ofMillis(200));

    private Rehearsal() {}

    /**
     * Runs it.
     *
     * @param args none
     * @throws IOException if there is no room for temporary files
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(new PrintWriter(Writer.nullWriter()), new PrintWriter(System.err, true, UTF_8)));
    }

    static int run(PrintWriter out, PrintWriter err) throws IOException, InterruptedException {
        Path model = Files.createTempFile("bkd", ".bkd");
        Path texts = Files.createTempFile("bkd", ".txt");
        try {
            untrained().save(model);
            Files.write(texts, TEXTS);
            return serve(out, model) + Bkd.run(out, err, "classify", model.toString(), texts.toString());
        } finally {
            Files.delete(model);
            Files.delete(texts);
        }
    }

    /** A server that answers, and the command as far as its port, which is taken: beyond it, it would not end. */
    private static int serve(PrintWriter out, Path model) throws InterruptedException {
        try (ClassificationServer server = ClassificationServer.start(Map.of("toy", model), PRACTICE)) {
            String port = Integer.toString(server.uri().getPort());
            PrintWriter refusal = new PrintWriter(Writer.nullWriter());
            int status = Bkd.run(out, refusal, "serve", model.toString(), "--port", port);
            Thread.sleep(PRACTICE.warmUp().toMillis()); // it practises on
            return status == REFUSED ? 0 : 1;
        }
    }

    private static TextClassifier untrained() {
        TextEncoder encoder = TextEncoding.bagOfNgrams().fit(TEXTS);
        BagKernel kernel = new BagKernel(encoder.vocabulary().size(), WIDTH, WIDTH, 1);
        OutputKernel output = OutputKernel.linear(new float[WIDTH][2], new float[2]);
        return new TextClassifier(
                new TextModel(encoder, new KernelNetwork(kernel, kernel.draw(0), output)),
                new ClassCounts(List.of("first", "second"), List.of(1L, 1L)),
                new Provenance(new TreeMap<>(Map.of())));
    }
}
