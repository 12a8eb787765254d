package io.github.bkd4j.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Fuzz;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReaderTest {

    private final Columns standard = Columns.standard();

    @TempDir
    private Path folder;

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static List<String> read(Path file, Columns columns) {
        try (TextReader texts = TextReader.open(file, columns)) {
            return texts.next(1000);
        }
    }

    private void assertRefused(Path file, Columns columns, String message) {
        assertThatThrownBy(() -> TextReader.open(file, columns))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + message);
    }

    @Test
    void splitsLinesAsACorpusDoes() throws IOException {
        Path file = write("texts.txt", "\uFEFFparcel\rlate\n\nmoney\u2028back\r\nlast");
        assertThat(read(file, standard)).containsExactly("parcel\rlate", "", "money\u2028back", "last");
        assertThat(TextReader.all(file, standard)).containsExactly("parcel\rlate", "money\u2028back", "last");
    }

    @Test
    void unzips() throws IOException {
        Path file = Files.write(folder.resolve("texts.txt.gz"), Fuzz.zipped("a\nb\n".getBytes(UTF_8)));
        assertThat(read(file, standard)).containsExactly("a", "b");
        Path broken = write("broken.gz", "a\nb\n");
        assertRefused(broken, standard, ": must be a whole gzip file but was broken");
    }

    @Test
    void givesNoMoreThanIsAskedFor() throws IOException {
        try (TextReader texts = TextReader.open(write("texts.txt", "a\nb\nc\n"), standard)) {
            assertThat(texts.next(2)).containsExactly("a", "b");
            assertThat(texts.next(2)).containsExactly("c");
            assertThat(texts.next(2)).isEmpty();
        }
    }

    @Test
    void doesNotWaitForMoreThanThereIs() {
        InputStream first = new ByteArrayInputStream("a\nb\n".getBytes(UTF_8));
        InputStream waiting = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("would wait");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return first.available() > 0 ? first.read(target, offset, length) : read();
            }

            @Override
            public int available() throws IOException {
                return first.available();
            }
        };
        try (TextReader texts = TextReader.of("standard input", waiting)) {
            assertThat(texts.next(10)).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            texts.csv    | `text,id\\nit broke,1\\n"my\\nmoney",2\\n,3\\n\\n`
            texts.csv    | `Label;Text\\nbug;it broke\\nbug;"my\\nmoney"\\nbug;\\n\\n`
            texts.tsv    | `id\\tTEXT\\n1\\tit broke\\n2\\tmy\\rmoney\\n3\\t\\n`
            texts.tsv    | `bug\\tit broke\\nrefund\\tmy\\tmoney\\nrefund\\t\\n`
            texts.jsonl  | `{"text": "it broke"}\\n{"text": "my\\\\nmoney", "label": {}}\\n{"text": ""}\\n`
            """)
    void takesTheTextOfEachRow(String name, String content) throws IOException {
        Path file = write(name, content.translateEscapes());
        assertThat(read(file, standard))
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("it broke"),
                        text -> assertThat(text).matches("my[\\n\\r ]money"),
                        text -> assertThat(text).isEmpty());
    }

    @Test
    void blankRowsAreAnsweredWhereOthersFollow() throws IOException {
        Path file = write("texts.csv", "text\nit broke\n\nlast\n\n");
        assertThat(read(file, standard)).containsExactly("it broke", "", "last");
        assertThat(TextReader.all(file, standard)).containsExactly("it broke", "last");
    }

    @Test
    void aTsvOfOneColumnIsTexts() throws IOException {
        assertThat(read(write("texts.tsv", "it broke\nmy\tmoney\n"), standard)).containsExactly("it broke", "my money");
    }

    @Test
    void takesOtherColumns() throws IOException {
        Path file = write("mail.csv", "id|Subject|Body\n1|pay|the, bill\n2||late\n");
        assertThat(read(file, standard.withText("subject", "body"))).containsExactly("pay the, bill", "late");
        assertThat(read(file, standard.withText("3").withoutHeader())).containsExactly("Body", "the, bill", "late");
        assertRefused(
                file,
                standard,
                ":1: header must have the column text, each once, but was id|Subject|Body; set --text-column to yours, "
                        + "or --no-header if there is none");
    }

    @Test
    void refusesWhatCannotBeRead() throws IOException {
        Path none = folder.resolve("none.txt");
        assertRefused(none, standard, ": no such file");
        assertRefused(folder, standard, ": must be a file but was a folder");
        assertRefused(write("empty.tsv", "\n"), standard, ": must have at least one text but was empty");
        assertRefused(write("empty.jsonl", ""), standard, ": must have at least one text but was empty");
        Path latin = Files.write(folder.resolve("latin.txt"), "smoke\nstra\u00dfe\n".getBytes(ISO_8859_1));
        assertRefused(latin, standard, ":2: must be UTF-8 but byte 5 of the line was 0xDF");
        Path macintosh = write("old.txt", "a\rb\r");
        assertRefused(macintosh, standard, ":1: lines must end in LF or CRLF but ended in CR alone");
    }
}
