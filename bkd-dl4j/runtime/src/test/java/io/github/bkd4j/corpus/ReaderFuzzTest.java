package io.github.bkd4j.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Fuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            "{\"label\":");

    @TempDir
    Path folder;

    private static List<byte[]> whole(String ending) throws IOException {
        String plain = switch (ending.replace(".gz", "")) {
            case "tsv" -> "refund\tmy money back\nparcel\tit is late\tvery\r\nfire\t\uD83D\uDD25 smoke\n";
            case "csv" -> "id,label,text\n1,refund,\"my \"\"money\"\", back\"\n2,parcel,\"it\nis late\"\n";
            default ->
                "{\"label\": \"refund\", \"text\": \"my money\"}\n{\"text\": \"it \\u00e9\", \"label\": \"p\", \"n\": [1, {}]}\n";
        };
        byte[] bytes = plain.getBytes(UTF_8);
        return List.of(ending.endsWith(".gz") ? Fuzz.zipped(bytes) : bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsv", "csv", "jsonl", "tsv.gz"})
    void fewDamagedFiles(String ending) throws IOException {
        fuzz(ending, Fuzz.FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsv", "csv", "jsonl", "tsv.gz"})
    @Tag("slow")
    void manyDamagedFiles(String ending) throws IOException {
        fuzz(ending, Fuzz.MANY);
    }

    private void fuzz(String ending, int cases) throws IOException {
        Path file = folder.resolve("corpus." + ending);
        Fuzz fuzz = new Fuzz(file, whole(ending), WORDS);
        int readable = fuzz.run(cases, 1, CorpusException.class, () -> Corpus.read(file));
        assertThat(readable).isBetween(1, cases - 1); // both ways are gone
    }
}
