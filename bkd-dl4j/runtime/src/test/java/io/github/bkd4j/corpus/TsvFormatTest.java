package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TsvFormatTest extends FileReaderContract {

    @Override
    String ending() {
        return ".tsv";
    }

    @Override
    Corpus<String> read(Path path) {
        return Corpus.readTsv(path);
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
        assertRefused("\uFEFF", ": must have at least one line label<TAB>text but was empty");
    }

    @Test
    void refusesALineWithoutATab() throws IOException {
        assertRefused("bug\tit broke\nrefund please\n", ":2: must be label<TAB>text but had no tab");
        assertRefused("bug\tit broke\n\nbug\tagain\n", ":2: must be label<TAB>text but had no tab");
        assertRefused("bug\tit broke\r\n\r\n", ":2: must be label<TAB>text but had no tab");
        assertRefused("\n", ":1: must be label<TAB>text but had no tab");
    }

    @Test
    void refusesBlankLabelAndText() throws IOException {
        assertRefused("bug\tit broke\n \tback\n", ":2: label must not be blank");
        assertRefused("bug\tit broke\nrefund\t \t\n", ":2: text must not be blank");
    }
}
