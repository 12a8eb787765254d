package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatTest extends FileReaderContract {

    @Override
    String ending() {
        return ".csv";
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
                "bug,it broke\n",
                ":1: header must have the columns label and text, each once, but was bug,it broke; set --label-column and --text-column to yours, or --no-header if there is none");
        assertRefused(
                "id;category;message\n1;bug;it broke\n",
                ":1: header must have the columns label and text, each once, but was id;category;message; set --label-column and --text-column to yours, or --no-header if there is none");
        assertRefused(
                "sep=;\nlabel;text\nbug;it broke\n",
                ":1: header must have the columns label and text, each once, but was sep=;; set --label-column and --text-column to yours, or --no-header if there is none");
        assertRefused(
                "text,label,text\n",
                ":1: header must have the columns label and text, each once, but was text,label,text; set --label-column and --text-column to yours, or --no-header if there is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiterAndNamesInAnyCase(String delimiter) throws IOException {
        String content = "Id%sLABEL%sText\n1%sbug%s\"it;\tbr|oke,\"\n2%srefund%sback\n".replace("%s", delimiter);
        assertThat(read(write(content))).isEqualTo(CorpusTest.corpus("bug:it;\tbr|oke,", "refund:back"));
        assertThat(Corpus.read(write(content), Columns.standard().withDelimiter(delimiter.charAt(0))))
                .isEqualTo(read(write(content)));
    }

    @Test
    void takesTheDelimiterThatFitsTheHeader() throws IOException {
        assertThat(read(write("a;b,label,text,\"c\td\"\n1,bug,it broke,2\n")))
                .isEqualTo(CorpusTest.corpus("bug:it broke"));
        assertRefused(
                "1,bug;it broke\n2,refund;back\n",
                Columns.standard().withoutHeader(),
                ":1: delimiter must be clear from the first line but could be ',' or ';'; set --delimiter");
        assertRefused(
                "1\tbug|it broke\n",
                Columns.standard().withoutHeader(),
                ":1: delimiter must be clear from the first line but could be a tab or '|'; set --delimiter");
        assertThat(Corpus.read(
                        write("bug;it broke, again\n"),
                        Columns.standard().withoutHeader().withDelimiter(';')))
                .isEqualTo(CorpusTest.corpus("bug:it broke, again"));
    }

    @Test
    void takesOtherColumns() throws IOException {
        Path path = write("id,category,subject,body\n1,billing,pay,\"the, bill\"\n2,login,,password\n");
        Columns named = Columns.standard().withLabel("CATEGORY").withText("subject", "body");
        Corpus<String> mail = CorpusTest.corpus("billing:pay the, bill", "login:password");
        assertThat(Corpus.read(path, named)).isEqualTo(mail);
        assertThat(Corpus.read(path, named.withLabel("2").withText("3", "4"))).isEqualTo(mail);
        assertThat(Corpus.read(path, named.withText("body", "subject")))
                .isEqualTo(CorpusTest.corpus("billing:the, bill pay", "login:password"));
        assertThat(Corpus.read(write("1,label,Text,TEXT,text\nx,bug,a,b,c\n"), Columns.standard()))
                .isEqualTo(CorpusTest.corpus("bug:c"));
        assertThat(Corpus.read(
                        write("text,2,1\nit broke,bug,x\n"),
                        named.withLabel("2").withText("text")))
                .isEqualTo(CorpusTest.corpus("bug:it broke"));
    }

    @Test
    void readsWithoutAHeader() throws IOException {
        Columns columns = Columns.standard().withoutHeader();
        assertThat(Corpus.read(write("bug,it broke,x\nrefund,back,y\n\n"), columns))
                .isEqualTo(CorpusTest.corpus("bug:it broke", "refund:back"));
        assertThat(Corpus.read(write("it broke|bug\n"), columns.withLabel("2").withText("1")))
                .isEqualTo(CorpusTest.corpus("bug:it broke"));
        assertRefused("", columns, ": must have at least one row but was empty");
        assertRefused(
                "bug,it broke\nrefund\n", columns, ":2: must have 2 fields, as many as the first line, but had 1");
        assertRefused(
                "it broke,bug\n",
                columns.withLabel("2"),
                ":1: first line must have the columns 2 and text, each once, but was it broke,bug; set --label-column "
                        + "and --text-column to yours");
    }

    @Test
    void refusesALabelOfSeveralLines() throws IOException {
        assertRefused(
                "label,text\n\"bill\ning\tx\",invoice\n",
                ":2: label must be one line without tabs but was 'bill ing x'");
    }

    @Test
    void refusesARowOfAnotherWidth() throws IOException {
        assertRefused("label,text\nbug,it,broke\n", ":2: must have 2 fields, as many as the header, but had 3");
        assertRefused(
                "label,text\nbug,it broke\n\nbug,again\n",
                ":3: must have 2 fields, as many as the header, but was blank");
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
