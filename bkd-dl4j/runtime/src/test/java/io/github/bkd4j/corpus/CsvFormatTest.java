package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvFormatTest extends FileReaderContract {

    @Override
    String ending() {
        return ".csv";
    }

    @Override
    Corpus<String> read(Path path) {
        return Corpus.readCsv(path);
    }

    @Override
    String content(List<Labeled<String>> rows) {
        return rows.stream()
                .map(row -> quoted(row.label()) + "," + quoted(row.instance()) + "\n")
                .collect(Collectors.joining("", "label,text\n", ""));
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    @Test
    void takesColumnsInAnyOrderAndIgnoresOthers() throws IOException {
        assertThat(read(write("id, text ,date,label\n1,it broke,2026,bug\n2,back,,refund\n")))
                .isEqualTo(CorpusTest.corpus("bug:it broke", "refund:back"));
    }

    @Test
    void keepsLineEndsInQuotes() throws IOException {
        assertThat(read(write("label,text\r\nbug,\"it\r\nbroke\n\nagain\"\r\n")))
                .isEqualTo(CorpusTest.corpus("bug:it\r\nbroke\n\nagain"));
    }

    @Test
    void countsLinesInQuotes() throws IOException {
        assertRefused("label,text\nbug,\"it\nbroke\"\n,back\n", ":4: label must not be blank");
        assertRefused("label,text\nbug,\"it\nbroke\"\nrefund,\"\n\"\n", ":4: text must not be blank");
    }

    @Test
    void refusesAFileWithoutRows() throws IOException {
        assertRefused("", ": must have a header line with the columns label and text but was empty");
        assertRefused("label,text\n", ": must have at least one row below its header but had none");
    }

    @Test
    void refusesAnotherHeader() throws IOException {
        assertRefused(
                "bug,it broke\n", ":1: header must have the columns label and text, each once, but was bug,it broke");
        assertRefused(
                "label;text\nbug;it broke\n",
                ":1: header must have the columns label and text, each once, but was label;text");
        assertRefused(
                "text,label,text\n",
                ":1: header must have the columns label and text, each once, but was text,label,text");
    }

    @Test
    void refusesARowOfAnotherWidth() throws IOException {
        assertRefused("label,text\nbug,it,broke\n", ":2: must have 2 fields, as many as the header, but had 3");
        assertRefused(
                "label,text\nbug,it broke\n\nbug,again\n", ":3: must have 2 fields, as many as the header, but had 1");
        assertRefused("label,text,id\nbug,it broke\n", ":2: must have 3 fields, as many as the header, but had 2");
    }

    @Test
    void refusesBrokenQuotes() throws IOException {
        assertRefused(
                "label,text\nbug,\"it broke\nrefund,back\n",
                ": must be CSV but was not: Unclosed quoted field at end of input (record starting at line 2)");
        assertRefused(
                "label,text\nbug,\"it\" broke\n",
                ": must be CSV but was not: Unexpected character after closing quote: ' ' (0x20) (record starting at line 2)");
    }
}
