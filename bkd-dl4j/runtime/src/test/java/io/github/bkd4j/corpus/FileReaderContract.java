package io.github.bkd4j.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What every reader of one file does. */
abstract class FileReaderContract extends ReaderContract {

    private final List<Labeled<String>> rows = List.of(
            new Labeled<>("it broke", "bug"), new Labeled<>("für mich", "refund"), new Labeled<>("again", "bug"));

    /** Begins with a dot. */
    abstract String ending();

    /** The content of a file with these rows, with LF at each line's end. */
    abstract String content(List<Labeled<String>> rows);

    @Override
    Path write(Path folder, List<Labeled<String>> rows) throws IOException {
        return write(content(rows));
    }

    Path write(String content) throws IOException {
        return write(content, UTF_8);
    }

    Path write(String content, Charset charset) throws IOException {
        return Files.write(folder.resolve("tickets" + ending()), content.getBytes(charset));
    }

    void assertRefused(String content, String message) throws IOException {
        Path path = write(content);
        assertThatThrownBy(() -> read(path)).isInstanceOf(CorpusException.class).hasMessage(path + message);
    }

    void assertRefused(String content, Columns columns, String message) throws IOException {
        Path path = write(content);
        assertThatThrownBy(() -> Corpus.read(path, columns))
                .isInstanceOf(CorpusException.class)
                .hasMessage(path + message);
    }

    @Test
    void readsCarriageReturns() throws IOException {
        assertThat(read(write(content(rows).replace("\n", "\r\n")))).isEqualTo(Corpus.of(rows));
    }

    @Test
    void readsWithoutALastLineEnd() throws IOException {
        assertThat(read(write(content(rows).stripTrailing()))).isEqualTo(Corpus.of(rows));
    }

    @Test
    void ignoresBlankLinesAtTheEnd() throws IOException {
        assertThat(read(write(content(rows) + "\n \t\r\n\n"))).isEqualTo(Corpus.of(rows));
    }

    @Test
    void refusesABlankLineBetweenRows() throws IOException {
        String content = content(rows);
        int last = content.lastIndexOf('\n', content.length() - 2) + 1;
        Path path = write(content.substring(0, last) + "\n\n" + content.substring(last));
        int line = content.split("\n", -1).length - 1;
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessageStartingWith(path + ":" + line + ": must ");
    }

    @Test
    void saysThatLabelsMayBeTheTexts() throws IOException {
        Path path = write(content(labels(20, 17)));
        assertThat(Notices.of(SwappedColumns.class, () -> read(path)))
                .containsExactly(path + ": 17 classes in 20 texts; are label and text swapped?");
        assertThat(Notices.of(SwappedColumns.class, () -> read(written(labels(20, 16)))))
                .isEmpty();
        assertThat(Notices.of(SwappedColumns.class, () -> read(written(labels(19, 19)))))
                .isEmpty();
        List<Labeled<String>> names = IntStream.range(0, 20)
                .mapToObj(i -> new Labeled<>("name " + i, "class " + i))
                .toList();
        assertThat(Notices.of(SwappedColumns.class, () -> read(written(names)))).isEmpty();
    }

    private Path written(List<Labeled<String>> rows) {
        try {
            return write(content(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Labeled<String>> labels(int rows, int classes) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Labeled<>("text", "class " + i % classes))
                .toList();
    }

    @Test
    void skipsAByteOrderMark() throws IOException {
        assertThat(read(write("\uFEFF" + content(rows)))).isEqualTo(Corpus.of(rows));
    }

    @Test
    void readsGzipAndManyGzipsInOneFile() throws IOException {
        byte[] bytes = content(rows).getBytes(UTF_8);
        ByteArrayOutputStream gzips = new ByteArrayOutputStream();
        gzips.write(Fuzz.zipped(Arrays.copyOf(bytes, 7)));
        gzips.write(Fuzz.zipped(Arrays.copyOfRange(bytes, 7, bytes.length)));
        Path path =
                Files.write(folder.resolve("TICKETS" + ending().toUpperCase(Locale.ROOT) + ".GZ"), gzips.toByteArray());
        assertThat(read(path)).isEqualTo(Corpus.of(rows));
        assertThat(Corpus.read(path)).isEqualTo(Corpus.of(rows));
    }

    @Test
    void refusesGzipThatIsCutOff() throws IOException {
        byte[] whole = Fuzz.zipped(content(manyRows()).getBytes(UTF_8));
        assertRefusesGzip(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void refusesGzipThatIsAltered() throws IOException {
        byte[] altered = Fuzz.zipped(content(rows).getBytes(UTF_8));
        altered[altered.length - 8] ^= 1; // of the checksum
        assertRefusesGzip(altered);
    }

    @Test
    void refusesGzipThatIsNone() throws IOException {
        assertRefusesGzip(content(rows).getBytes(UTF_8));
        assertRefusesGzip(new byte[0]);
    }

    private void assertRefusesGzip(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("tickets" + ending() + ".gz"), bytes);
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessage(path + ": must be a whole gzip file but was broken");
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        String content = content(rows);
        String before = content.substring(0, content.indexOf('ü'));
        int line = before.split("\n", -1).length;
        int column = before.length() - before.lastIndexOf('\n');
        Path path = write(content, ISO_8859_1);
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessage(path + ":" + line + ": must be UTF-8 but byte " + column + " of the line was 0xFC");
    }

    @Test
    void namesALineThatIsNotUtf8FarIntoTheFile() throws IOException {
        String content = content(manyRows()).stripTrailing();
        int line = content.split("\n", -1).length;
        int column = content.length() - content.lastIndexOf('\n');
        Path path = folder.resolve("tickets" + ending());
        Files.write(path, append(content.getBytes(UTF_8), 0xE2)); // begins a character and ends the file
        assertThatThrownBy(() -> read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessage(path + ":" + line + ": must be UTF-8 but byte " + column + " of the line was 0xE2");
    }

    private static byte[] append(byte[] bytes, int last) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = (byte) last;
        return longer;
    }

    private static List<Labeled<String>> manyRows() {
        Random random = new Random(7);
        return IntStream.range(0, 10_000)
                .mapToObj(i -> new Labeled<>("text " + random.nextInt(), "class " + i % 3))
                .toList();
    }

    @Test
    void refusesAMissingFile() {
        Path missing = folder.resolve("missing" + ending());
        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(CorpusException.class)
                .hasMessage(missing + ": no such file");
    }

    @Test
    void namesTheFileAsTheUserDid() {
        Path relative = Path.of("no-such", "..", "tickets" + ending());
        assertThatThrownBy(() -> read(relative))
                .isInstanceOf(CorpusException.class)
                .hasMessage("no-such/../tickets" + ending() + ": no such file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhyAFileCannotBeRead() throws IOException {
        Path memory = Path.of("/proc/self/mem"); // its first page is never mapped
        Path file = Files.createSymbolicLink(folder.resolve("tickets" + ending()), memory);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": cannot be read: input/output error");
    }
}
