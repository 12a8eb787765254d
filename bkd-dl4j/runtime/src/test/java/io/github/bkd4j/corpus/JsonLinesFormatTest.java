package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
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
                "{\"label\": \"a\", \"label\": \"b\"}", ":1: must have each field once but had field \"label\" twice");
    }

    @Test
    void refusesAFieldThatIsMissingOrNoString() throws IOException {
        assertRefused(
                "{\"text\": \"it broke\"}",
                ":1: field \"label\" must be a string, an integer or a boolean but was missing; set --label-column to one of text");
        assertRefused(
                "{\"label\": \"bug\"}",
                ":1: field \"text\" must be a string but was missing; set --text-column to one of label");
        assertRefused(
                ROW + "{\"text\": \"it broke\"}",
                ":2: field \"label\" must be there, as in the lines before, but was missing");
        assertRefused(
                ROW + "{\"label\": \"bug\"}",
                ":2: field \"text\" must be there, as in the lines before, but was missing");
        assertRefused(
                "{\"label\": null, \"text\": \"x\"}",
                ":1: field \"label\" must be a string, an integer or a boolean but was null");
        assertRefused(
                ROW + "{\"label\": 3.50, \"text\": \"x\"}",
                ":2: field \"label\" must be a string, an integer or a boolean but was the number 3.5, which can be written in many ways; make it a string");
        assertRefused(ROW + "{\"label\": \"7\", \"text\": 7}", ":2: field \"text\" must be a string but was a number");
        assertRefused("{\"label\": \"7\", \"text\": null}", ":1: field \"text\" must be a string but was null");
        assertRefused("{\"label\": \"7\", \"text\": {}}", ":1: field \"text\" must be a string but was an object");
    }

    @Test
    void integersAndBooleansAreLabels() throws IOException {
        assertThat(read(write("""
                        {"label": 3, "text": "hi"}
                        {"label": true, "text": "ho"}
                        {"label": -12345678901234567890123, "text": "hu"}
                        """))).isEqualTo(CorpusTest.corpus("3:hi", "true:ho", "-12345678901234567890123:hu"));
    }

    @Test
    void takesFieldsInAnyCaseAndNestedOnes() throws IOException {
        assertThat(read(write("{\"Label\": \"bug\", \"TEXT\": \"it broke\"}\n")))
                .isEqualTo(CorpusTest.corpus("bug:it broke"));
        Columns nested = Columns.standard().withLabel("meta.queue.name").withText("mail.subject", "mail.body");
        assertThat(Corpus.read(write("""
                        {"mail": {"subject": "it", "Body": "broke"}, "meta": {"queue.name": "bug"}}
                        {"mail.subject": "back", "mail": {"body": null}, "meta": {"queue": {"name": 2}}}
                        """), nested)).isEqualTo(CorpusTest.corpus("bug:it broke", "2:back"));
        assertRefused(
                "{\"mail\": {\"subject\": \"it\"}, \"meta\": 1}",
                nested,
                ":1: field \"meta.queue.name\" must be a string, an integer or a boolean but was missing; set --label-column to one of mail,meta");
        assertRefused(
                "{\"LABEL\": \"a\", \"Label\": \"b\", \"text\": \"x\"}",
                ":1: field \"label\" must come once but came as LABEL and Label");
    }

    @Test
    void refusesALabelOfSeveralLines() throws IOException {
        assertRefused(
                "{\"label\": \"a\\u2028b\", \"text\": \"x\"}", ":1: label must be one line without tabs but was 'a b'");
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

    @Test
    void refusesABlankLineAmongOthers() throws IOException {
        assertRefused(ROW + " \n" + ROW, ":2: must be a JSON object but was blank");
    }

    @Test
    void refusesSetsOfLabelsWhereEachTextHasOne() throws IOException {
        assertRefused(
                "{\"labels\": [\"a\", \"b\"], \"text\": \"x\"}",
                ":1: must have one label per text, in the field \"label\", but had a set of labels, in the field "
                        + "\"labels\"");
    }
}
