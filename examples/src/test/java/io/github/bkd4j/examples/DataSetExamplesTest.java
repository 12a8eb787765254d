package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs on published data sets, on small files of the same form: two classes that a word tells apart. */
class DataSetExamplesTest {

    private static final List<String> GOOD = texts("good");
    private static final List<String> BAD = texts("bad");
    private static final String LISTING =
            "{\"item_name\": [{\"language_tag\": \"en_US\", \"value\": \"TEXT\"}], \"product_type\": [{\"value\": \"LABEL\"}]}";

    @TempDir
    private Path folder;

    @BeforeEach
    void quickly() {
        System.setProperty("epochs", "4");
        System.setProperty("seeds", "2");
    }

    @AfterEach
    void asBefore() {
        System.clearProperty("epochs");
        System.clearProperty("seeds");
    }

    private static List<String> texts(String word) {
        return IntStream.range(0, 12).mapToObj(i -> word + " word number " + i).toList();
    }

    /** A line for each text, of the text and its class. */
    private static String lines(String format) {
        return Stream.concat(
                        GOOD.stream().map(text -> line(format, text, "good")),
                        BAD.stream().map(text -> line(format, text, "bad")))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String format, String text, String label) {
        return format.replace("TEXT", text).replace("LABEL", label);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private static String printedBy(Consumer<String[]> program, Object... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.accept(Stream.of(args).map(Object::toString).toArray(String[]::new));
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Tag("slow")
    @Test
    void banking() throws IOException {
        write("train.csv", "text,category\n" + lines("TEXT,LABEL"));
        write("test.csv", "text,category\n" + lines("TEXT,LABEL"));

        assertThat(printedBy(BankingLongTail::main, folder))
                .startsWith("Corpus[instances=")
                .contains("| teacher ", "| ce ", "| logit-adjusted ", "| bkd ", "| bkd against ");
    }

    @Test
    void clinc() throws IOException {
        String pairs = "[" + lines("[\"TEXT\", \"LABEL\"]").replace("\n", ", ") + "]";
        String oos = "[[\"how far is the moon\", \"oos\"], [\"a house\", \"oos\"], [\"two and two\", \"oos\"]]";
        write(
                "data_full.json",
                "{\"train\": " + pairs + ", \"val\": " + pairs + ", \"test\": " + pairs + ", \"oos_val\": " + oos
                        + ", \"oos_test\": " + oos + "}");

        assertThat(printedBy(ClincOutOfScope::main, folder.resolve("data_full.json")))
                .contains("| student ")
                .containsPattern("energy +AUROC [01]\\.\\d{3}, [01]\\.\\d{3} of the requests in scope refused")
                .containsPattern("all together +AUROC [01]\\.\\d{3}");
    }

    @Test
    void trec() throws IOException {
        write("train_5500.label", lines("WORD:LABEL TEXT"));
        write("TREC_10.label", lines("WORD:LABEL TEXT"));

        assertThat(printedBy(TrecSeeds::main, folder))
                .contains(
                        "| teacher ",
                        "| ce ",
                        "| bkd ",
                        "means of 2 seeds (teacher: 1, teacher-la: 1)",
                        "| bkd against ");
    }

    @Test
    void reuters() throws IOException {
        for (String split : List.of("TRAIN", "TEST")) {
            write(
                    split + ".sgm",
                    lines("<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"" + split
                            + "\"><TOPICS><D>LABEL</D></TOPICS><TITLE>TEXT</TITLE></REUTERS>"));
        }

        assertThat(printedBy(ReutersWords::main, folder))
                .startsWith("Corpus[instances=24, classes=2]")
                .contains("| bag ", "| wide bag ", " word number 0 ... is ", " for:\n  ");
    }

    @Test
    void productTypes() throws IOException {
        String other = line(LISTING, "of a rare type", "RARE");
        write("listings_0.json", lines(LISTING) + "\n" + other);

        assertThat(printedBy(ProductTypes::main, folder))
                .startsWith("Corpus[instances=16, classes=2]")
                .contains("| teacher ", "| ce ", "| bkd ");
    }

    @Test
    void aTeacherOfProbabilitiesInAFile() throws IOException {
        write("train.tsv", lines("LABEL\tTEXT"));
        Corpus<String> training = Corpus.read(folder.resolve("train.tsv"));
        float[][] asked = IntStream.range(0, training.size())
                .mapToObj(i -> training.classOf(i) == 0 ? new float[] {0.9f, 0.1f} : new float[] {0.2f, 0.8f})
                .toArray(float[][]::new);
        LogitsFile.ofTexts(folder.resolve("llm.npy")).write("llm", new Logits(training.labels(), asked), training);

        assertThat(printedBy(
                        LlmTeacher::main,
                        folder.resolve("train.tsv"),
                        folder.resolve("train.tsv"),
                        folder.resolve("llm.npy")))
                .containsPattern("\\| student +\\| +1\\.000 \\|");
    }

    @Test
    void theStudentOfAJointGraphLearnsFromItsTeacher() {
        String said = printedBy(JointGraph::main);
        assertThat(said).matches("right: teacher 0\\.\\d\\d, student [01]\\.\\d\\d\n");
        assertThat(Double.parseDouble(said.substring(said.length() - 5).strip()))
                .isGreaterThan(0.8);
        assertThat(printedBy(JointGraph::main)).isEqualTo(said);
    }
}
