package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesFormatTest extends FileReaderContract {

    private static final String ROW = "{\"label\": \"bug\", \"text\": \"it broke\"}\n";

    @Override
    String ending() {
        return ".jsonl";
    }

    @Override
    Corpus<String> read(Path path) {
        return Corpus.readJsonLines(path);
    }

    @Override
    String content(List<Labeled<String>> rows) {
        JsonMapper json = new JsonMapper();
        return rows.stream()
                .map(row -> json.valueToTree(Map.of("label", row.label(), "text", row.instance())) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void ignoresOtherFieldsAndReadsEscapes() throws IOException {
        assertThat(read(write("{\"id\": 1, \"text\": \"it\\nbroke \\ud83e\\udd2c\", \"x\": [{}], \"label\": \"bug\"}")))
                .isEqualTo(CorpusTest.corpus("bug:it\nbroke 🤬"));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused("", ": must have at least one line {\"label\": ..., \"text\": ...} but was empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            [1, 2]      | an array
            "bug"       | a string
            7           | a number
            true        | a boolean
            null        | null
            ''          | missing
            ' '         | missing
            """)
    void refusesWhatIsNoObject(String line, String kind) throws IOException {
        assertRefused(ROW + line + "\n" + ROW, ":2: must be a JSON object but was " + kind);
    }

    @Test
    void refusesWhatIsNoJson() throws IOException {
        assertRefused(ROW + "bug\tit broke\n", ":2: must be a JSON object but was not JSON at column 1");
        assertRefused(ROW + "{\"label\": \"bug\",\n", ":2: must be a JSON object but was not JSON at column 17");
        assertRefused(ROW + "{} {}\n", ":2: must be one JSON object but had more behind it");
        assertRefused(
                "{\"label\": \"a\", \"label\": \"b\"}", ":1: must be a JSON object but was not JSON at column 23");
    }

    @Test
    void refusesAFieldThatIsMissingOrNoString() throws IOException {
        assertRefused("{\"text\": \"it broke\"}", ":1: field \"label\" must be a string but was missing");
        assertRefused("{\"label\": \"bug\"}", ":1: field \"text\" must be a string but was missing");
        assertRefused(ROW + "{\"label\": 7, \"text\": \"x\"}", ":2: field \"label\" must be a string but was a number");
        assertRefused("{\"label\": \"7\", \"text\": null}", ":1: field \"text\" must be a string but was null");
        assertRefused("{\"label\": \"7\", \"text\": {}}", ":1: field \"text\" must be a string but was an object");
    }

    @Test
    void refusesHalfASurrogatePair() throws IOException {
        assertRefused(
                ROW + "{\"label\": \"bug\", \"text\": \"\\ud83e\"}",
                ":2: field \"text\" must be Unicode but had half a surrogate pair");
    }

    @Test
    void refusesBlankLabel() throws IOException {
        assertRefused(ROW + "{\"label\": \" \", \"text\": \"x\"}", ":2: label must not be blank");
    }
}
