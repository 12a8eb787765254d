package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts go in and answers come out, line by line, however odd the texts are. */
class ClassifyTest {

    @TempDir
    private static Path folder;

    private static Path model = Path.of("");

    @BeforeAll
    static void train() {
        model = Tickets.model(folder);
    }

    private static Run classify(String text) {
        return Run.withInput(text.getBytes(UTF_8), "classify", model).done();
    }

    private static List<String> labels(Run run) {
        return run.out().lines().map(line -> line.split("\t", -1)[0]).toList();
    }

    @Test
    void classifyAnswersALineForALine() throws IOException {
        List<String> texts = List.of("why is my parcel late", "money back please", "smoke\tand a hot battery", "");
        Path file = Tickets.write(folder.resolve("texts.txt"), texts);
        Run fromFile = Run.of("classify", model, file).done();
        assertThat(fromFile.out().lines().map(line -> line.split("\t", 3)[2])).containsExactlyElementsOf(texts);
        assertThat(labels(fromFile)).startsWith("delivery", "refund", "fire");
        assertThat(fromFile.out().lines()).allMatch(line -> line.matches("[a-z]+\t[01]\\.\\d{4}\t.*"));
        assertThat(classify(Files.readString(file))).isEqualTo(fromFile);
        assertThat(Run.withInput(Files.readAllBytes(file), "classify", model, "-"))
                .isEqualTo(fromFile);
    }

    @Test
    void whatGoesInAndWhatComesOutPairLineByLine() throws IOException {
        Path file = Files.writeString(folder.resolve("cr.txt"), "\uFEFFparcel late\rsmoke\nmoney back\r\nhot battery");
        assertThat(Run.of("classify", model, file).done().out().lines().map(line -> line.split("\t", 3)[2]))
                .containsExactly("parcel late smoke", "money back", "hot battery");
        Path macintosh = Files.writeString(folder.resolve("old.txt"), "parcel late\rsmoke\r");
        Run.of("classify", model, macintosh)
                .refused(macintosh + ":1: lines must end in LF or CRLF but ended in CR alone");
    }

    @Test
    void classifyAnswersTheTextOfEachRow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mail.csv"), "id;subject;body\n1;smoke;\"and\nhot battery\"\n2;;money back please\n");
        Run run = Run.of("classify", model, file, "--text-column", "Subject", "--text-column", "body")
                .done();
        assertThat(labels(run)).containsExactly("fire", "refund");
        assertThat(run.out().lines().map(line -> line.split("\t", 3)[2]))
                .containsExactly("smoke and hot battery", "money back please");
        Run.of("classify", model, file)
                .refused(file + ":1: header must have the column text, each once, but was id;subject;body; set "
                        + "--text-column to yours, or --no-header if there is none");
    }

    @Test
    void classifyAnswersEveryOneOfManyLines() {
        assertThat(labels(classify("smoke and hot battery\n".repeat(1000))))
                .hasSize(1000)
                .containsOnly("fire");
    }

    @Test
    void nothingIsClassifiedIntoNothing() {
        assertThat(classify("")).isEqualTo(new Run(0, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz yyy", "", "!?", "\u6771\u4eac", "\ud83d\ude00"})
    void theClassOfATextOfNoKnownWordIsAGuessAndThatIsSaid(String text) {
        String texts = "parcel\n" + text + "\n" + text + "\n";
        Run run = classify(texts);
        assertThat(run.out().lines()).hasSize(3);
        assertThat(run.err())
                .isEqualTo(
                        "bkd: texts that have nothing the model has learnt, whose class is a guess: 2 of 3, the first"
                                + " in line 2" + System.lineSeparator());

        Run unknown = Run.withInput(texts.getBytes(UTF_8), "classify", model, "--unknown", "unclear");
        assertThat(labels(unknown)).containsExactly("delivery", "unclear", "unclear");
        assertThat(unknown.out().lines().skip(1)).containsOnly("unclear\t0.0000\t" + text);
        assertThat(unknown.err()).isEqualTo(run.err());
    }

    @Test
    void linesAreCountedOverAllBatches() {
        assertThat(classify("parcel\n".repeat(1500) + "zzz\n").err())
                .isEqualTo("bkd: texts that have nothing the model has learnt, whose class is a guess: 1 of 1,501, the"
                        + " first in line 1501" + System.lineSeparator());
    }

    @Test
    void aTextOfAMillionWordsIsCutAndThatIsSaidOnce() {
        String text = "parcel ".repeat(1_000_000).strip() + "\n";
        Run run = classify(text + text);
        assertThat(labels(run)).containsExactly("delivery", "delivery");
        assertThat(run.err())
                .isEqualTo("bkd: text 1 has 1000000 words; the network looks at the first 256 (said once)"
                        + System.lineSeparator());
    }

    @Test
    void classifyRefusesWhatIsNoFile() {
        Path none = folder.resolve("none.txt");
        Run.of("classify", model, none).refused(none + ": no such file");
        Run.of("classify", model, folder).refused(folder + ": must be a file but was a folder");
    }

    @Test
    void classifyRefusesWhatIsNotUtf8() throws IOException {
        byte[] bytes = "smoke\nstra\u00dfe\n".getBytes(ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.txt"), bytes);
        Run.of("classify", model, file).refused(file + ":2: must be UTF-8 but byte 5 of the line was 0xDF");
        Run.withInput(bytes, "classify", model)
                .refused("standard input:2: must be UTF-8 but byte 5 of the line was 0xDF");
    }

    @Test
    void theModelIsLookedAtFirst() throws IOException {
        Path texts = Tickets.write(folder.resolve("swapped.txt"), List.of("parcel"));
        Run.of("classify", texts, model).refused(texts + ": not a bkd model");
    }

    @Test
    void aLabelOfNoClassMustBeOneField() {
        for (String option : List.of("--unknown", "--abstained")) {
            Run.of("classify", model, option, "a\tb")
                    .refused(option + " must have no tab and no line end in it but was 'a b'");
            Run.of("classify", model, option, "a\nb")
                    .refused(option + " must have no tab and no line end in it but was 'a b'");
        }
        Run.of("classify", model, "--abstained", "unsure", "--answer-all")
                .refused("--abstained must not come with --answer-all");
    }
}
