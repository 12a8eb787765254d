package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in a JVM of its own, as the launcher starts it. */
class ProcessTest {

    private static final String BACKEND = "org.nd4j.linalg.factory.Nd4j "; // loaded where ND4J starts

    @TempDir
    private static Path folder;

    private static Path model = Path.of("");

    @BeforeAll
    static void train() {
        model = Tickets.model(folder);
    }

    private static ProcessBuilder bkd(Object... args) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Stream<String> jvm = Stream.of(
                java.toString(),
                "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                "-cp",
                System.getProperty("java.class.path"),
                Bkd.class.getName());
        return new ProcessBuilder(
                        Stream.concat(jvm, Stream.of(args).flatMap(Run::words)).toList())
                .redirectError(folder.resolve("err").toFile());
    }

    private static String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private static boolean loadedNd4j() throws IOException {
        return Files.readString(folder.resolve("classes.log")).contains(BACKEND);
    }

    private static int status(Process process) {
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void resultsAloneGoToStdoutAndNoNoiseToStderr() throws IOException {
        Path texts = Tickets.write(folder.resolve("texts.txt"), List.of("smoke and hot battery"));
        Process process = bkd("classify", model, texts).start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .matches("fire\t[01]\\.\\d{4}\tsmoke and hot battery\\R");
        assertThat(status(process)).isZero();
        assertThat(err()).isEmpty();
        assertThat(loadedNd4j()).isFalse(); // it answers in plain Java
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void serveAnswersUntilItIsTold() throws IOException, InterruptedException {
        Process process = bkd("serve", model, "--port", 0).start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            URI address = URI.create(out.readLine());
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("v1/classify"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"smoke and hot battery\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).startsWith("{\"model\":\"tickets\",\"answers\":[{\"label\":\"fire\"");
            process.toHandle().destroy(); // SIGTERM, and what it prints can still be read
            assertThat(out.readLine()).isNull();
        }
        assertThat(status(process)).isEqualTo(128 + 15);
        assertThat(err()).isEmpty();
        assertThat(loadedNd4j()).isFalse();
    }

    /** Or no test here that finds ND4J absent could fail. */
    @Test
    void trainingLoadsNd4j() throws IOException {
        Object[] line =
                distill(Tickets.training(folder), "m.bkd", "--teacher", "bag", "--vectors", "none", "--epochs", 1);
        line[4] = folder.resolve("m.bkd");
        Process process = bkd(line).start();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(status(process)).isZero();
        assertThat(loadedNd4j()).isTrue();
    }

    @Tag("slow")
    @Test
    void badInputIsRefusedBeforeNd4jIsTouched() throws IOException {
        Path training = Tickets.training(folder);
        Path none = folder.resolve("none.tsv");
        Path blocked = training.resolve("m.bkd");
        refusedEarly("temperature must be finite and > 0 but was 0.0", distill(training, "m.bkd", "--temperature", 0));
        refusedEarly(none + ": no such file", distill(none, "m.bkd"));
        Path plan = Tickets.write(folder.resolve("plan.yaml"), List.of("loss: bkd", "alfa: 1"));
        refusedEarly(
                plan + ":2: unknown setting 'alfa', did you mean 'alpha'?; try 'bkd distill --help'",
                distill(training, "m.bkd", "--plan", plan));
        refusedEarly("cannot write " + blocked + ": " + training + " is not a folder", distill(training, blocked));
        refusedEarly(none + ": no such model file", "classify", none);
        refusedEarly(none + ": no such file", "classify", model, none);
        refusedEarly(none + ": no such file", "evaluate", model, "--test", none);
    }

    private static Object[] distill(Path training, Object out, Object... options) {
        return new Object[] {"distill", "--train", training, "--out", out, options};
    }

    private static void refusedEarly(String sentence, Object... args) throws IOException {
        Process process = bkd(args).start();
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        assertThat(status(process)).isEqualTo(2);
        assertThat(err()).isEqualTo("bkd: " + sentence + System.lineSeparator());
        assertThat(loadedNd4j()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify", "evaluate"})
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaid(String command) throws IOException {
        Path texts = Tickets.write(folder.resolve("few.txt"), List.of("smoke and hot battery"));
        Process process = (command.equals("classify")
                        ? bkd(command, model, texts)
                        : bkd(command, model, "--test", Tickets.test(folder)))
                .redirectOutput(new File("/dev/full"))
                .start();
        assertThat(status(process)).isEqualTo(2);
        assertThat(err()).isEqualTo("bkd: cannot write to stdout: no space left on device" + System.lineSeparator());
    }

    @Test
    void aReaderThatLeavesEndsItQuietly() throws IOException {
        Path texts = Tickets.write(
                folder.resolve("many.txt"),
                Stream.generate(() -> "smoke and hot battery").limit(200_000).toList());
        Process process = bkd("classify", model, texts).start();
        try (BufferedReader head = process.inputReader(UTF_8)) {
            assertThat(head.readLine()).startsWith("fire\t");
        }
        assertThat(status(process)).isEqualTo(141);
        assertThat(err()).isEmpty();
    }
}
