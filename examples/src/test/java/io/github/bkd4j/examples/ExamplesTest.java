package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.bkd4j.corpora.WordNetGlosses;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.model.ModelException;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every program, and holds it to its length. */
class ExamplesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/bkd4j/examples");

    @FunctionalInterface
    private interface Program {
        void run() throws Exception;
    }

    @Test
    void everyProgramHasAtMost80LinesAndATest() throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            List<Path> programs = sources.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
            assertThat(programs)
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactly(
                            "BankingLongTail.java",
                            "Calibrate.java",
                            "CifarLongTail.java",
                            "ClincOutOfScope.java",
                            "CompareAndTune.java",
                            "DatabaseCorpus.java",
                            "JointGraph.java",
                            "LlmTeacher.java",
                            "LongTailedImages.java",
                            "OwnNetwork.java",
                            "OwnService.java",
                            "OwnTsv.java",
                            "ProductTypes.java",
                            "ReutersWords.java",
                            "SeveralLabels.java",
                            "TransferFile.java",
                            "TrecSeeds.java",
                            "WordNetTsv.java");
            assertThat(programs)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void wordNetTsvWritesFilesThatTheCommandReads(@TempDir Path folder) throws Exception {
        List<String> lines = printedBy(() -> WordNetTsv.main(new String[] {folder.toString()}));

        assertThat(lines).hasSize(4);
        assertThat(Corpus.read(folder.resolve("names.tsv")).size()).isEqualTo(45);
        assertThat(Corpus.read(folder.resolve("train.tsv")))
                .isEqualTo(WordNetGlosses.longTailed().train());
        assertThat(Corpus.read(folder.resolve("test.tsv")).size()).isEqualTo(23_373);
    }

    @Test
    @Tag("slow") // the encoder's vocabulary is embedded
    void transferFileWritesTextsOfTheGeneratorsThatAreNamed(@TempDir Path folder) throws Exception {
        Path training = Files.writeString(folder.resolve("train.tsv"), "a\tone two three\nb\tfour five six\n");
        Path texts = folder.resolve("texts.txt");
        String[] args = {training.toString(), "2", texts.toString(), "window,transplant"};

        assertThat(printedBy(() -> TransferFile.main(args)))
                .singleElement()
                .asString()
                .startsWith("wrote 4 texts");
        assertThat(Files.readAllLines(texts)).hasSize(4).doesNotHaveDuplicates();
        assertThatThrownBy(
                        () -> TransferFile.main(new String[] {training.toString(), "2", texts.toString(), "shuffle"}))
                .hasMessage("no such generator: shuffle");
    }

    @Test
    void databaseCorpusReadsTheRowsOfAQuery() throws Exception {
        List<String> lines = printedBy(() -> DatabaseCorpus.main(new String[0]));

        assertThat(lines)
                .hasSize(9)
                .startsWith("Corpus[instances=600, classes=8]", "delivery: 240")
                .endsWith("privacy: 12");
    }

    @Test
    void ownServiceAnswersOverHttp() throws Exception {
        List<Labeled<String>> rows = List.of(
                new Labeled<>("my parcel is late", "delivery"),
                new Labeled<>("the parcel is late", "delivery"),
                new Labeled<>("i want my money", "refund"),
                new Labeled<>("give me the money", "refund"));
        Corpus<String> corpus = Corpus.of(rows);
        TextClassifier student = (TextClassifier) Distillation.builder(BagOfEmbeddings.small())
                .objective(Objectives.crossEntropy())
                .epochs(20)
                .seed(1)
                .build()
                .train(Splits.of(corpus, corpus.rows(new int[0])));
        HttpServer server = OwnService.start(student, 0);
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/classify");

            assertThat(answered(uri, "where is the parcel")).matches("200 delivery\t[01]\\.\\d{4}\t\\S.*\n");
            assertThat(answered(uri, "zzz")).isEqualTo("200 -\n");
            assertThat(answered(uri, "a".repeat(10_001))).isEqualTo("413 at most 10,000 bytes\n");
        } finally {
            server.stop(0);
        }
    }

    private static String answered(URI uri, String text) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .POST(HttpRequest.BodyPublishers.ofString(text))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    @Test
    void ownTsvComparesTeacherAndStudentsAndClassifiesAText() throws Exception {
        List<String> lines = printedBy(() -> OwnTsv.main(new String[0]));

        assertThat(cells(lines.get(0)))
                .startsWith("system", "accuracy", "balanced accuracy (95%)", "macro-F1")
                .contains("many", "medium", "few", "head", "middle", "tail", "ECE");
        assertThat(systems(lines, 3))
                .containsExactly("teacher", "student, cross-entropy", "student, balanced distillation");
        double plain = figure(lines, "student, cross-entropy", "tail");
        double balanced = figure(lines, "student, balanced distillation", "tail");
        assertThat(plain).isBetween(0.3, balanced);
        assertThat(balanced).isBetween(0.7, 1.0);
        assertThat(lines.get(8)).matches("my parcel never came: delivery 0\\.\\d\\d");
    }

    @Test
    void severalLabelsComparesLossesAndAnswersWithASet() throws Exception {
        List<String> lines = printedBy(() -> with(Map.of("epochs", "2"), () -> SeveralLabels.main(new String[0])));

        assertThat(systems(lines, 3)).containsExactly("teacher", "ce", "bkd");
        assertThat(lines).anyMatch(line -> line.startsWith("| bkd against "));
        assertThat(lines.get(lines.size() - 1)).startsWith("[");
    }

    @Test
    @Tag("slow")
    void compareAndTuneScoresTheLossesAndChoosesSettings() throws Exception {
        Program program = () -> with(Map.of("epochs", "2"), () -> CompareAndTune.main(new String[0]));
        List<String> lines = printedBy(program);

        assertThat(systems(lines, 6)).containsExactly("teacher", "teacher-la", "ce", "ce+pla", "kd", "bkd");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("| drawn ") || line.startsWith("| bkd-"))
                .hasSize(5);
        assertThat(lines.get(lines.size() - 1)).startsWith("chosen: ");
        assertThat(withoutTimes(printedBy(program))).isEqualTo(withoutTimes(lines)); // from the trials that were kept
    }

    private static List<String> withoutTimes(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll(" +\\d+\\.\\d \\|[^|]*\\|$", ""))
                .toList();
    }

    @Test
    @Tag("slow")
    void ownNetworkLearnsAndLeansToTheRareClass() throws Exception {
        List<String> lines = printedBy(() -> OwnNetwork.main(new String[0]));

        Matcher loss = matched("loss (.*) before training, (.*) after", lines.get(0));
        assertThat(Double.parseDouble(loss.group(2))).isBetween(0.0, 0.5 * Double.parseDouble(loss.group(1)));
        Matcher logits =
                matched("logits of instance 2: teacher \\[(.*), (.*)\\], student \\[(.*), (.*)\\]", lines.get(1));
        double inTeacher = Double.parseDouble(logits.group(2)) - Double.parseDouble(logits.group(1));
        double inStudent = Double.parseDouble(logits.group(4)) - Double.parseDouble(logits.group(3));
        assertThat(inTeacher).isEqualTo(-2);
        assertThat(inStudent).isBetween(-1.0, 3.0);
    }

    @Test
    @Tag("slow")
    void longTailedImagesComparesStudentsOfGlyphsAndSavesOne() throws Exception {
        List<String> lines =
                printedBy(() -> with(Map.of("epochs", "1", "seeds", "2"), () -> LongTailedImages.main(new String[0])));

        assertThat(systems(lines, 6))
                .containsExactly("teacher", "CE", "CE, adjusted", "logit-adjusted loss", "KD, adjusted", "BKD");
        assertThat(lines.get(9)).startsWith("means of 2 seeds; 95% confidence interval");
        List<String> again = printedBy(() -> LongTailedImages.main(new String[] {"target/images.bkd"}));
        assertThat(figure(again, "saved", "accuracy")).isBetween(0.0, 1.0);
    }

    @Test
    void aModelOfTextsIsNoneOfImages() throws Exception {
        printedBy(() -> OwnTsv.main(new String[0]));
        assertThatThrownBy(() -> LongTailedImages.main(new String[] {"target/tickets.bkd"}))
                .isInstanceOf(ModelException.class)
                .hasMessage(Path.of("target", "tickets.bkd") + ": the model must be one of images but is one of texts");
    }

    @Test
    @Tag("slow")
    void cifarLongTailRunsTheRecipeOnFilesOfTheFormat(@TempDir Path folder) throws Exception {
        CifarFiles.write(folder);
        Map<String, String> settings = Map.of("epochs", "2", "depth", "8", "largest", "8", "factor", "2", "seeds", "2");
        List<String> lines =
                printedBy(() -> with(settings, () -> CifarLongTail.main(new String[] {folder.toString()})));

        assertThat(systems(lines, 6))
                .startsWith("CE, the teacher", "CE, logits adjusted", "KD", "BKD")
                .endsWith("KD, more images, adjusted", "BKD, more images");
        assertThat(lines.get(9)).startsWith("means of 2 seeds; 95% confidence interval");
    }

    private static void with(Map<String, String> properties, Program program) throws Exception {
        System.getProperties().putAll(properties);
        try {
            program.run();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private static Matcher matched(String pattern, String line) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }

    private static double figure(List<String> lines, String system, String column) {
        int position = cells(lines.get(0)).indexOf(column);
        String row = lines.stream()
                .filter(line -> line.startsWith("| " + system + " "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(cells(row).get(position));
    }

    /** Below the title and the rule. */
    private static List<String> systems(List<String> table, int rows) {
        return table.subList(2, 2 + rows).stream().map(row -> cells(row).get(0)).toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    private static List<String> printedBy(Program program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
