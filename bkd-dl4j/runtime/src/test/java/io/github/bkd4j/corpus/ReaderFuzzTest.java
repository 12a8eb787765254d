package io.github.bkd4j.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.bkd4j.Fuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Damaged corpora of every format. */
class ReaderFuzzTest {

    private static final List<String> WORDS = List.of(
            "\t",
            "\n",
            "\r\n",
            "\"",
            "\"\"",
            ",",
            "{",
            "}",
            "[[[[",
            "\\u",
            "\\ud800",
            "\0",
            "\uFEFF",
            "label",
            "text",
            "null",
            "1e999999999",
            "\u202E",
            "\uD83D\uDE00",
            " ",
            "{\"label\":",
            ";",
            "|",
            "\r",
            "\n\n",
            "subject",
            "1.5");

    @TempDir
    Path folder;

    /** A format with the columns that are looked for in it. */
    @SuppressWarnings("ImmutableEnumChecker") // columns are immutable
    enum Form {
        TSV("tsv", Columns.standard(), "refund\tmy money back\nparcel\tit is late\tvery\r\nfire\t\uD83D\uDD25 smoke\n"),
        TSV_HEADER("tsv", Columns.standard(), "id\tText\tlabel\n1\tmy money\trefund\n2\tit is late\tparcel\n\n"),
        TSV_NUMBERS("tsv", Columns.standard().withLabel("3").withText("1", "2"), "my\tmoney\trefund\nlate\t\tparcel\n"),
        CSV(
                "csv",
                Columns.standard(),
                "id,label,text\n1,refund,\"my \"\"money\"\", back\"\n2,parcel,\"it\nis late\"\n"),
        CSV_COLUMNS(
                "csv",
                Columns.standard().withLabel("queue").withText("subject", "3"),
                "Queue;subject;body\nrefund;my;\"money; \"\"back\"\nparcel;;it|is,late\n\n"),
        CSV_ROWS("csv", Columns.standard().withoutHeader(), "refund|\"my|money\"|1\nparcel|it is late|2\n"),
        JSON_LINES(
                "jsonl",
                Columns.standard(),
                "{\"label\": \"refund\", \"text\": \"my money\"}\n{\"text\": \"it \\u00e9\", \"label\": 3, \"n\": [1, {}]}\n"),
        JSON_NESTED(
                "jsonl",
                Columns.standard().withLabel("meta.label").withText("text", "a.text"),
                "{\"meta\": {\"Label\": true}, \"text\": \"my\", \"a\": {\"text\": null}}\n{\"meta.label\": 3, \"TEXT\": \"x\", \"a.text\": \"y\"}\n"),
        JSON_LABEL_SETS(
                "jsonl",
                Columns.standard(),
                "{\"labels\": [\"refund\", 3], \"text\": \"my money\"}\n{\"text\": \"it is late\", \"labels\": []}\n"),
        TSV_GZ("tsv.gz", Columns.standard(), TSV.plain),
        LINES("txt", Columns.standard(), "my money\n\nit is late\r\n\uD83D\uDD25 smoke");

        private final String ending;
        private final Columns columns;
        private final String plain;

        Form(String ending, Columns columns, String plain) {
            this.ending = ending;
            this.columns = columns;
            this.plain = plain;
        }

        private List<byte[]> whole() throws IOException {
            byte[] bytes = plain.getBytes(UTF_8);
            return List.of(ending.endsWith(".gz") ? Fuzz.zipped(bytes) : bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fewDamagedFiles(Form form) throws IOException {
        fuzz(form, Fuzz.FEW);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void manyDamagedFiles(Form form) throws IOException {
        fuzz(form, Fuzz.MANY);
    }

    @BeforeAll
    static void beQuiet() {
        ((Logger) LoggerFactory.getLogger(TsvFormat.class)).setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        ((Logger) LoggerFactory.getLogger(TsvFormat.class)).setLevel(null);
    }

    private void fuzz(Form form, int cases) throws IOException {
        Path file = folder.resolve("corpus." + form.ending);
        Fuzz fuzz = new Fuzz(file, form.whole(), WORDS);
        int texts = fuzz.run(cases, 2, CorpusException.class, () -> TextReader.all(file, form.columns));
        assertThat(texts).isBetween(1, cases - 1); // both ways are gone
        if (form != Form.LINES && form != Form.JSON_LABEL_SETS) {
            int rows = fuzz.run(cases, 1, CorpusException.class, () -> Corpus.read(file, form.columns));
            assertThat(rows).isBetween(1, cases - 1);
        }
        if (form != Form.LINES) {
            int labelSets =
                    fuzz.run(cases, 3, CorpusException.class, () -> MultiLabelCorpus.read(file, form.columns, "|"));
            assertThat(labelSets).isBetween(1, cases - 1);
        }
    }
}
