package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command line of README.md and the guide: the lines of blocks without a language that begin with
 * {@code bkd}, {@code ./bkd}, {@code awk} or {@code echo}, page by page, each page in order and in a folder of its own
 * with the files that pages name. {@code serve} and {@code quickstart} have tests of their own.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class GuideTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```$\\R(.*?)^```$|^```\\w+$.*?^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^((\\./)?bkd|awk|echo) (.*\\\\\\R)*.*$");
    private static final Pattern TESTED_ELSEWHERE = Pattern.compile("(\\./)?bkd (serve|quickstart|completion)\\b.*");

    /** The command under test; its students are trained for 5 epochs, to save time. */
    private static final String BKD = """
        set -o pipefail
        bkd() {
          case $1 in distill | teach | compare | tune) set -- "$@" --epochs 5 ;; esac
          "$JAVA" -cp "$CP" -Xmx2g io.github.bkd4j.cli.Bkd "$@"
        }
        """;

    @TempDir
    private static Path shared;

    private static Path model = Path.of("");

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        model = Tickets.model(shared);
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), guide.sorted())
                    .filter(page -> !commands(page).isEmpty())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineRuns(Path page) throws IOException, InterruptedException {
        writeFiles();
        for (String command : commands(page)) {
            Path said = folder.resolve("said.log");
            Process bash = bash(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(bash.waitFor())
                    .as("%s: %s%n%s", page, command, Files.readString(said))
                    .isZero();
        }
    }

    private static List<String> commands(Path page) {
        return BLOCK.matcher(read(page))
                .results()
                .filter(block -> block.group(1) != null)
                .flatMap(block -> COMMAND.matcher(block.group(1)).results())
                .map(command -> command.group())
                .filter(command -> !TESTED_ELSEWHERE.matcher(command).matches())
                .toList();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of bash in the folder. */
    private ProcessBuilder bash(String command) {
        String script = BKD + command.replace("./bkd ", "bkd ");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
        bash.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        bash.environment().put("CP", System.getProperty("java.class.path"));
        bash.environment().put("XDG_CACHE_HOME", shared.toString());
        bash.environment().put("OMP_NUM_THREADS", "1");
        return bash;
    }

    /** The files that pages name; a page that trains a model first replaces this one. */
    private void writeFiles() throws IOException {
        Path training = Tickets.training(folder);
        Path test = Tickets.test(folder);
        for (String name : List.of("tickets.tsv", "train.tsv")) {
            Files.copy(training, folder.resolve(name));
        }
        for (String name : List.of("held-out.tsv", "valid.tsv")) {
            Files.copy(test, folder.resolve(name));
        }
        Files.copy(model, folder.resolve("tickets.bkd"));
        List<String> texts = Corpus.read(test).instances();
        for (String name : List.of("new-texts.txt", "today.txt", "unlabelled.txt")) {
            Files.write(folder.resolve(name), texts);
        }
        List<String> elsewhere = List.of("how old is the moon", "la casa es grande", "two plus two");
        Files.write(folder.resolve("elsewhere.txt"), elsewhere);
        Files.write(folder.resolve("mail.csv"), mail(Corpus.read(training)));
        Files.write(folder.resolve("new-mail.csv"), mail(Corpus.read(test)));
        Files.write(folder.resolve("topics.jsonl"), topics(Corpus.read(training)));
        Files.write(folder.resolve("held-out.jsonl"), topics(Corpus.read(test)));
        for (String part : List.of("lt20-train", "imbalanced-val", "lt20-test")) {
            zip("clinc150-" + part + ".tsv.gz", Files.readAllBytes(part.endsWith("train") ? training : test));
        }
        for (String part : List.of("val", "test")) {
            zip("clinc150-oos-" + part + ".txt.gz", String.join("\n", elsewhere).getBytes(UTF_8));
        }
        writeProbabilities(Corpus.read(training));
    }

    private static List<String> mail(Corpus<String> corpus) {
        return Stream.concat(
                        Stream.of("queue,subject,body"),
                        IntStream.range(0, corpus.size())
                                .mapToObj(i -> corpus.labels().get(corpus.classOf(i)) + ",hello,"
                                        + corpus.instances().get(i)))
                .toList();
    }

    /** A label of its own for each text, and another one for those that ask. */
    private static List<String> topics(Corpus<String> corpus) {
        return IntStream.range(0, corpus.size())
                .mapToObj(i -> {
                    String text = corpus.instances().get(i);
                    String asks = text.contains("why") ? ", \"question\"" : "";
                    return "{\"labels\": [\"" + corpus.labels().get(corpus.classOf(i)) + "\"" + asks + "], \"text\": \""
                            + text + "\"}";
                })
                .toList();
    }

    private void zip(String name, byte[] bytes) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(bytes);
        }
    }

    private void writeProbabilities(Corpus<String> training) {
        Logits logits = TextClassifier.load(model).predict(training.instances());
        float[][] rows = new float[logits.size()][logits.labels().size()]; // [texts, classes]
        for (int i = 0; i < rows.length; i++) {
            double[] probabilities = logits.probabilities(i);
            for (int c = 0; c < rows[i].length; c++) {
                rows[i][c] = (float) probabilities[c];
            }
        }
        LogitsFile.ofTexts(folder.resolve("teacher.npy")).write("asked", new Logits(logits.labels(), rows), training);
    }
}
