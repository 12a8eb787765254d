package io.github.bkd4j.cli;

import static io.github.bkd4j.cli.PlannedLine.OPTION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged plan files. */
class PlanFuzzTest {

    private static final String WHOLE = """
        # chosen by hand
        teacher: transformer
        student: bag
        loss: 'bkd'
        losses: [ce, bkd]
        seeds: 3
        temperature: 2.0
        tempering: 1.5e0
        test: "some \\u0041 file.tsv"
        resume: true
        """;
    private static final String BLOCKS = """
        %YAML 1.2
        ---
        losses:
        - ce
        - bkd
        train: >-
          a
          file
        ? alpha
        : 1
        ...
        """;
    private static final List<String> WORDS = List.of(
            "\n",
            "\t",
            ": ",
            "- ",
            "? ",
            "&a ",
            "*a",
            "<<: *a",
            "!!java.net.URL ",
            "!<",
            "{",
            "}",
            "[[[[[[[[",
            "]",
            "'",
            "\"",
            "|",
            ">-",
            "%TAG ! tag:x,2000:\n",
            "---\n",
            "...\n",
            "#",
            "\0",
            "\uFEFF",
            "\\u",
            "\\UFFFFFFFF",
            "alpha: 1\n",
            "null",
            "1e999999999",
            "@",
            "`",
            "\u202E",
            "\uD83D\uDE00",
            "    ");

    private static final PrintWriter SILENT = new PrintWriter(Writer.nullWriter());

    @TempDir
    Path folder;

    @Test
    void fewDamagedFiles() throws IOException {
        fuzz(Fuzz.FEW);
    }

    @Test
    @Tag("slow")
    void manyDamagedFiles() throws IOException {
        fuzz(Fuzz.MANY);
    }

    private void fuzz(int cases) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Fuzz fuzz = new Fuzz(file, List.of(WHOLE.getBytes(UTF_8), BLOCKS.getBytes(UTF_8)), WORDS);
        int readable = fuzz.run(
                cases, 1, InputException.class, () -> PlannedLine.of(SILENT, "distill", OPTION, file.toString()));
        assertThat(readable).isBetween(1, cases - 1); // both ways are gone
    }
}
