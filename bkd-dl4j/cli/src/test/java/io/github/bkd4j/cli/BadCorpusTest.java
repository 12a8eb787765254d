package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadCorpusTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void name() {
        data = folder.resolve("data.tsv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        a\\ttext\\nno tab here\\n|:2: must be label<TAB>text but had no tab
        a\\ttext\\n \\ttext\\n|:2: label must not be blank
        a\\ttext\\nb\\t \\n|:2: text must not be blank
        a\\ttext\\nb\\tf\u00e4hre\\n|:2: must be UTF-8 but byte 4 of the line was 0xE4
        a\\tone\\na\\ttwo\\n| must have at least 2 classes but had only 'a' (instances: 2)
        """)
    void isRefusedByFileAndLine(String content, String sentence) throws IOException {
        Files.writeString(data, content.translateEscapes(), ISO_8859_1);
        Run.of("distill", "--train", data, "--out", folder.resolve("m.bkd")).refused(data + sentence);
    }

    @Test
    void noSuchFile() {
        Run.of("distill", "--train", data, "--out", folder.resolve("m.bkd")).refused(data + ": no such file");
        Run.of("inspect", data).refused(data + ": no such file");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(data);
        Run.of("inspect", data).refused(data + ": must have at least one line label<TAB>text but was empty");
    }

    @Test
    void ofAnUnknownKind() throws IOException {
        Path file = Files.createFile(folder.resolve("data.xlsx"));
        Run.of("inspect", file)
                .refused(file + ": must end in .tsv, .csv or .jsonl, each also with .gz, or be a folder with a "
                        + "sub-folder per class");
    }

    @Test
    void validationAndTestAreReadBeforeTheTraining() {
        Path training = Tickets.training(folder);
        Path model = folder.resolve("m.bkd");
        Run.of("distill", "--train", training, "--out", model, "--valid", data).refused(data + ": no such file");
        Run.of("distill", "--train", training, "--out", model, "--test", data).refused(data + ": no such file");
    }

    @Test
    void heldOutTextsOfOtherClassesAloneAreKnownBeforeTheTraining() {
        Path training = Tickets.training(folder);
        Path other = Tickets.write(folder.resolve("other.tsv"), List.of("x\tone", "y\ttwo"));
        for (String option : List.of("--valid", "--test")) {
            Run.of("distill", "--train", training, "--out", folder.resolve("m.bkd"), option, other)
                    .refused(option + " must have labels of the training texts but had none: " + other);
        }
    }

    @Test
    void foldsThatCannotBeDealtAreKnownBeforeTheTraining() {
        Object[] abstaining = {"--abstain", "precision=0.9", "--out", folder.resolve("m.bkd"), "--teacher", "linear"};
        Tickets.write(data, List.of("a\tone", "a\ttwo", "b\tthree", "b\tfour"));
        Run.of("distill", "--train", data, abstaining)
                .refused("--abstain must come with --valid or at least 5 training texts but came with 4");

        Tickets.write(data, List.of("a\tone", "b\ttwo", "b\tthree", "b\tfour", "b\tfive"));
        String sentence = "training must have at least 2 classes of 2 instances or more to be dealt into folds, but "
                + "outside of one there is only 'b'";
        Run.of("distill", "--train", data, abstaining).refused(sentence);
        Run.of("teach", "--train", data, "--teacher", "linear", "--score").refused(sentence);
    }

    @Test
    void aModelThatCannotBeWrittenIsKnownBeforeTheTraining() {
        Path training = Tickets.training(folder);
        Path model = training.resolve("m.bkd");
        Run.of("distill", "--train", training, "--out", model)
                .refused("cannot write " + model + ": " + training + " is not a folder");
        Run.of("distill", "--train", training, "--out", folder).refused("cannot write " + folder + ": it is a folder");
    }

    @Test
    void aReportOfADistillationMustComeWithTestTexts() {
        Path training = Tickets.training(folder);
        Path model = folder.resolve("m.bkd");
        Run.of("distill", "--train", training, "--out", model, "--report", folder.resolve("page"))
                .refused("--report must come with --test");
        Run.of("distill", "--train", training, "--out", model, "--test", training, "--report", training)
                .refused("cannot write " + training.resolve("report.html") + ": " + training + " is not a folder");
    }

    @Test
    void aReportThatCannotBeWrittenIsKnownBeforeTheTraining() {
        Path file = Tickets.write(folder.resolve("file"), List.of("in the way"));
        Run.of("quickstart", "--out", file)
                .refused("cannot write " + file.resolve("student.bkd") + ": " + file + " is not a folder");
        Path json = file.resolve("runs.json");
        Run.of("quickstart", "--out", folder.resolve("out"), "--json", json)
                .refused("cannot write " + json + ": " + file + " is not a folder");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }
}
