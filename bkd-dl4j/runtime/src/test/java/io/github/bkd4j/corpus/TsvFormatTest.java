package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsvFormatTest extends FileReaderContract {

    @Override
    String ending() {
        return ".tsv";
    }

    @Override
    String content(List<Labeled<String>> rows) {
        return rows.stream()
                .map(row -> row.label() + "\t" + row.instance() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void keepsLaterTabsAsBlanks() throws IOException {
        assertThat(read(write("bug\tit\tbroke\t\tagain\t\n"))).isEqualTo(CorpusTest.corpus("bug:it broke  again"));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused("", ": must have at least one line label<TAB>text but was empty");
        assertRefused("\n \r\n", ": must have at least one line label<TAB>text but was empty");
        assertRefused("\uFEFF", ": must have at least one line label<TAB>text but was empty");
    }

    @Test
    void refusesALineWithoutATab() throws IOException {
        assertRefused("bug\tit broke\nrefund please\n", ":2: must be label<TAB>text but had no tab");
        assertRefused("it broke\n", ":1: must be label<TAB>text but had no tab");
        assertRefused("bug\tit broke\n\nbug\tagain\n", ":2: must be label<TAB>text but was blank");
    }

    @Test
    void refusesALabelOfSeveralLines() throws IOException {
        assertRefused("bug\rnew\tit broke\n", ":1: label must be one line without tabs but was 'bug new'");
    }

    @Test
    void refusesLinesThatEndInCarriageReturnsAlone() throws IOException {
        assertRefused("bug\tit broke\rbug\tagain\r", ":1: lines must end in LF or CRLF but ended in CR alone");
        assertThat(read(write("bug\tit\rbroke\n"))).isEqualTo(CorpusTest.corpus("bug:it\rbroke"));
        assertThat(read(write("bug\tit broke\r"))).isEqualTo(CorpusTest.corpus("bug:it broke"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label\ttext\nbug\tit\tbroke\nrefund\tback\n",
                "Text\tLABEL\nit broke\tbug\nback\trefund\n",
                "id\t label \ttext\r\n1\tbug\tit\tbroke\r\n2\trefund\tback\r\n\r\n",
            })
    void takesAFirstLineThatNamesTheColumnsAsAHeader(String content) throws IOException {
        Path path = write(content);
        assertThat(Notices.of(
                        TsvFormat.class,
                        () -> assertThat(read(path)).isEqualTo(CorpusTest.corpus("bug:it broke", "refund:back"))))
                .containsExactly(path + ":1: is taken as a header; --no-header reads it as a row");
    }

    @Test
    void aFirstLineIsNoHeaderIfThatIsSaidOrItIsNone() throws IOException {
        Path path = write("label\ttext\nbug\tit broke\n");
        assertThat(Notices.of(
                        TsvFormat.class,
                        () -> assertThat(Corpus.read(path, Columns.standard().withoutHeader()))
                                .isEqualTo(CorpusTest.corpus("label:text", "bug:it broke"))))
                .isEmpty();
        assertThat(read(write("label\tof the text\nbug\tit broke\n")))
                .isEqualTo(CorpusTest.corpus("label:of the text", "bug:it broke"));
    }

    @Test
    void takesOtherColumns() throws IOException {
        Path path = write("id\tcategory\tmessage\n1\tbug\tit\tbroke\n2\trefund\tback\n");
        Corpus<String> tickets = CorpusTest.corpus("bug:it broke", "refund:back");
        Columns named = Columns.standard().withLabel("Category").withText("message");
        assertThat(Notices.of(
                        TsvFormat.class,
                        () -> assertThat(Corpus.read(path, named)).isEqualTo(tickets)))
                .isEmpty();
        assertThat(Corpus.read(path, named.withText("3"))).isEqualTo(tickets);
        Path rows = write("1;bug;it broke;x\n2;refund;back;y\n");
        Columns numbered = Columns.standard().withLabel("2").withText("3").withDelimiter(';');
        assertThat(Corpus.read(rows, numbered)).isEqualTo(tickets);
        assertThat(Corpus.read(rows, numbered.withText("3", "4").withoutHeader()))
                .isEqualTo(CorpusTest.corpus("bug:it broke x", "refund:back y"));
        Path header = write("a\tlabel\ttext\nx\tbug\tit broke\n");
        assertThat(Corpus.read(header, Columns.standard().withLabel("2").withText("3")))
                .isEqualTo(CorpusTest.corpus("bug:it broke"));
    }

    @Test
    void refusesOtherColumnsThanThereAre() throws IOException {
        Columns named = Columns.standard().withLabel("category").withText("message");
        assertRefused(
                "id\tbug\tit broke\n",
                named,
                ":1: header must have the columns category and message, each once, but was id<TAB>bug<TAB>it broke; set "
                        + "--label-column and --text-column to yours, or --no-header if there is none");
        assertRefused(
                "1\tbug\tit broke\n",
                named.withText("1", "3").withLabel("4").withoutHeader(),
                ":1: first line must have the columns 4, 1 and 3, each once, but was 1<TAB>bug<TAB>it broke; set --label-column "
                        + "and --text-column to yours");
        assertRefused(
                "id\tcategory\tmessage\n1\tbug\n", named, ":2: must have 3 fields, as many as the header, but had 2");
        assertRefused(
                "message\tcategory\nit broke\tbug\tnew\n",
                named,
                ":2: must have 2 fields, as many as the header, but had 3");
        assertRefused(
                "1\tbug\tit broke\n2\tbug\n",
                Columns.standard().withLabel("2").withText("3"),
                ":2: must have 3 fields, as many as the first line, but had 2");
        assertRefused(
                "label\ttext\nbug\tit broke\n",
                Columns.standard().withLabel("2").withText("3"),
                ":1: header must have the columns 2 and 3, each once, but was label<TAB>text; set --label-column and "
                        + "--text-column to yours, or --no-header if there is none");
        assertRefused("label\ttext\n", ": must have at least one row below its header but had none");
    }

    @Test
    void refusesBlankLabelAndText() throws IOException {
        assertRefused("bug\tit broke\n \tback\n", ":2: label must not be blank");
        assertRefused("bug\tit broke\nrefund\t \t\n", ":2: text must not be blank");
    }
}
