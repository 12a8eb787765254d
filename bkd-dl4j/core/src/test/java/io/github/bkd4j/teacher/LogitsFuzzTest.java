package io.github.bkd4j.teacher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged tables, label files and descriptions. */
class LogitsFuzzTest {

    private static final float[][] ROWS = {{1, 2}, {3, 4}, {5, 6}};
    private static final List<String> WORDS = List.of(
            "(0, 2147483647)",
            "(0, 999999999999999999)",
            "(3, 2)",
            "True",
            "False",
            "'<f8'",
            "'shape': ",
            "1,1,1,1,1,1",
            "\n",
            "a",
            "\uFEFF",
            "{",
            "\"silent\" : [ 99 ]",
            "\"labels\" : null",
            "null",
            "-1",
            "(",
            ")");

    enum Part {
        TABLE,
        LABELS,
        DESCRIPTION
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void fewDamagedFiles(Part part) throws IOException {
        fuzz(part, Fuzz.FEW);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void manyDamagedFiles(Part part) throws IOException {
        fuzz(part, Fuzz.MANY);
    }

    private void fuzz(Part part, int cases) throws IOException {
        Path npy = folder.resolve("t.npy");
        LogitsFile<String> logits = LogitsFile.ofTexts(npy);
        Files.write(npy, Npy.table("<f4", false, ROWS));
        Files.writeString(logits.labels(), "a\nb\n");
        Fuzz fuzz = switch (part) {
            case TABLE -> new Fuzz(npy, List.of(Npy.table("<f4", false, ROWS), Npy.table(">f8", true, ROWS)), WORDS);
            case LABELS -> new Fuzz(logits.labels(), List.of("a\nb\n".getBytes(UTF_8)), WORDS);
            case DESCRIPTION -> new Fuzz(Sidecar.beside(npy), List.of(description(npy)), WORDS);
        };
        int readable = fuzz.run(cases, 1, LogitsException.class, logits::asLogits);
        assertThat(readable).isBetween(1, cases - 1);
    }

    private static byte[] description(Path npy) throws IOException {
        Sidecar.of("bag", "0123", List.of("a", "b"), List.of(1)).write(npy);
        return Files.readAllBytes(Sidecar.beside(npy));
    }

    /** Shapes without data whose columns alone would fill the memory. */
    @ParameterizedTest
    @ValueSource(strings = {"(0, 2147483647)", "(0, 999999999999999999)"})
    void noRowsOfAbsurdWidth(String shape) throws IOException {
        Path npy = Files.write(folder.resolve("t.npy"), Npy.file(1, Npy.header("<f4", true, shape), new byte[0]));
        assertThatThrownBy(() -> NpyFile.read(npy))
                .isInstanceOf(LogitsException.class)
                .hasMessageContaining(": must have at most 2147483639 instances and classes but had [0, ");
    }

    /** A pattern that goes back and forth would overflow the stack. */
    @Test
    void aShapeOfManyDimensions() throws IOException {
        String shape = "(" + "1, ".repeat(20_000) + ")";
        Path npy = Files.write(folder.resolve("t.npy"), Npy.file(1, Npy.header("<f4", false, shape), new byte[4]));
        assertThatThrownBy(() -> NpyFile.read(npy)).isInstanceOf(LogitsException.class);
    }

    /** A label file is read in a time that grows with its length, not with its square. */
    @Test
    void aHundredThousandLabels() throws IOException {
        Path labels = folder.resolve("labels");
        Files.write(
                labels, IntStream.range(0, 100_000).mapToObj(i -> "label " + i).toList());
        long start = System.nanoTime();
        List<String> read = LabelFile.read(labels);
        assertThat(new LabelOrder(read, read.subList(1, 100_000)).firstUnwanted())
                .hasValue("label 0");
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    @Test
    void aDescriptionOfRowsThatAreNotThere() throws IOException {
        Path npy = Files.write(folder.resolve("t.npy"), Npy.table("<f4", false, ROWS));
        Files.writeString(folder.resolve("t.npy.labels"), "a\nb\n");
        Sidecar.of("bag", "0123", List.of("a", "b"), List.of(99)).write(npy);
        assertThatThrownBy(() -> LogitsFile.ofTexts(npy).asLogits())
                .isInstanceOf(LogitsException.class)
                .hasMessage(npy + ".json: silent rows must be 0 to 2 but one was 99");
    }
}
