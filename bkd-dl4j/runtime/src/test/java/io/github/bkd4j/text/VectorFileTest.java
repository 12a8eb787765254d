package io.github.bkd4j.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class VectorFileTest {

    private static final String GLOVE = "the 0.5 -1 2e-1\nparcel 1 2 3\n, 0 0 0\n";

    @TempDir
    private Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger(VectorFile.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
        logger.setAdditive(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
        logger.setAdditive(true);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private WordVectors read(String content) throws IOException {
        return WordVectors.read(write("vectors.txt", content));
    }

    private void assertRefused(String content, String message) throws IOException {
        Path file = write("vectors.txt", content);
        assertRefused(file, message);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> WordVectors.read(file))
                .isInstanceOf(WordVectorsException.class)
                .hasMessage(file + message);
    }

    @Test
    void readsGlove() throws IOException {
        WordVectors vectors = read(GLOVE);

        assertThat(vectors.words()).containsExactly("the", "parcel", ",");
        assertThat(vectors.dimension()).isEqualTo(3);
        assertThat(vectors.vector("the")).hasValue(new float[] {0.5f, -1, 0.2f});
        assertThat(vectors.vector("parcel")).hasValue(new float[] {1, 2, 3});
        assertThat(vectors.vector("The")).isEmpty();
    }

    /** fastText and the first word2vec end each line with a blank. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", " \n", "\r\n", "  \r\n"})
    void readsAHeaderWhateverEndsTheLines(String end) throws IOException {
        WordVectors vectors = read(("3 3\n" + GLOVE).replace("\n", end));

        assertThat(vectors.words()).containsExactly("the", "parcel", ",");
        assertThat(vectors.vector(",")).hasValue(new float[] {0, 0, 0});
    }

    @Test
    void readsWithoutALastLineEndAndSkipsAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + GLOVE.stripTrailing()).words()).containsExactly("the", "parcel", ",");
        assertThat(read("\uFEFF3 3\n" + GLOVE).words()).containsExactly("the", "parcel", ",");
    }

    @Test
    void wordsMayHaveBlanksInThemAndBeNumbers() throws IOException {
        WordVectors vectors = read("the 1 2 3\n. . . 4 5 6\nat name@domain.com 7 8 9\n1990 1 1 1\n");

        assertThat(vectors.words()).containsExactly("the", ". . .", "at name@domain.com", "1990");
        assertThat(vectors.vector(". . .")).hasValue(new float[] {4, 5, 6});
        assertThat(vectors.vector("at name@domain.com")).hasValue(new float[] {7, 8, 9});
    }

    @Test
    void otherWhiteSpaceBelongsToTheWord() throws IOException {
        assertThat(read("the 1\nno\u00a0break 2\nnext\u0085line 3\n").words())
                .containsExactly("the", "no\u00a0break", "next\u0085line");
    }

    @Test
    void readsTheWantedWordsAlone() throws IOException {
        Path file = write("vectors.txt", "the 1\nparcel 2\nlate not-a-number\nzebra 4\n");

        assertThat(WordVectors.read(file, Set.of("zebra", "parcel", "unheard")::contains)
                        .words())
                .containsExactly("parcel", "zebra");
    }

    @Test
    void readsGzip() throws IOException {
        Path file = Files.write(folder.resolve("VECTORS.VEC.GZ"), gzip("3 3\n" + GLOVE));

        assertThat(WordVectors.read(file).words()).containsExactly("the", "parcel", ",");
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content.getBytes(UTF_8));
        }
        return zipped.toByteArray();
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() throws IOException {
        Path file = Files.write(folder.resolve("cut.txt"), new byte[] {'c', 'a', 'f', (byte) 0xC3, ' ', '1', '\n'});

        assertThat(WordVectors.read(file).words()).containsExactly("caf\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsWrittenIsRead(long seed) throws IOException {
        Random random = new Random(seed);
        float[][] values = new float[50][7]; // [words][dimension]
        Arrays.stream(values)
                .forEach(row -> IntStream.range(0, 7).forEach(i -> row[i] = (float) random.nextGaussian()));
        String content = IntStream.range(0, 50)
                .mapToObj(w -> "word" + w
                        + Arrays.toString(values[w])
                                .replaceAll("[\\[,\\]]", " ")
                                .replace("  ", " "))
                .collect(Collectors.joining("\n"));

        WordVectors vectors = read(content);

        assertThat(vectors.words()).hasSize(50);
        for (int w = 0; w < 50; w++) {
            assertThat(vectors.vector("word" + w)).hasValue(values[w]);
        }
    }

    @Test
    void ofARepeatedWordTheFirstVectorIsTakenAndThatIsSaidOnce() throws IOException {
        Path file = write("vectors.txt", "the 1\nparcel 2\nparcel 3\nthe 4\nlate 5\nlate 6\n");

        WordVectors vectors = WordVectors.read(file, Predicate.not("late"::equals));

        assertThat(vectors.words()).containsExactly("the", "parcel");
        assertThat(vectors.vector("the")).hasValue(new float[] {1});
        assertThat(vectors.vector("parcel")).hasValue(new float[] {2});
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(file + ": lines that repeat a word are skipped: 2, the first 'parcel' in line 3");
    }

    @Test
    void nothingIsSaidOfDistinctWords() throws IOException {
        read(GLOVE);

        assertThat(logged.list).isEmpty();
    }

    @Test
    void refusesWhatIsNoFile() {
        assertRefused(folder.resolve("missing.txt"), ": no such file");
        assertRefused(folder, ": must be a file but was a folder");
    }

    @ParameterizedTest
    @CsvSource({"GoogleNews.bin,.bin", "GoogleNews.bin.gz,.bin", "glove.840B.300d.ZIP,.zip"})
    void refusesBinaryFilesByName(String name, String ending) throws IOException {
        assertRefused(write(name, GLOVE), ": must be vectors as text, .txt or .vec, but was " + ending);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhyAFileCannotBeRead() {
        assertRefused(
                Path.of("/proc/self/mem"), ": cannot be read: Input/output error"); // its first page is never mapped
    }

    @Test
    void refusesGzipThatIsBroken() throws IOException {
        byte[] whole = gzip("3 3\n" + GLOVE);
        String message = ": must be a whole gzip file but was broken";

        assertRefused(Files.write(folder.resolve("half.gz"), Arrays.copyOf(whole, whole.length / 2)), message);
        assertRefused(write("none.gz", GLOVE), message);
        assertRefused(write("empty.gz", ""), message);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertRefused("", ": must have at least one line WORD VALUE ... but was empty");
    }

    @Test
    void refusesAFirstLineWithoutAValue() throws IOException {
        assertRefused("the\nparcel\n", ":1: must be WORD VALUE ... but had no value");
        assertRefused("\nthe 1\n", ":1: must be WORD VALUE ... but had no value");
    }

    @Test
    void refusesAnotherNumberOfValues() throws IOException {
        assertRefused("the 1 2 3\nparcel 1 2\n", ":2: must have 3 values but had 2");
        assertRefused("the 1 2 3\nparcel 1 2 3 4\n", ":2: must have 3 values but had 4");
        assertRefused("the 1 2 3\n. . 1 2 3 4 5\n", ":2: must have 3 values but had 5");
        assertRefused("the 1 2 3\n\nparcel 1 2 3\n", ":2: must have 3 values but had 0");
        assertRefused("1 3\nparcel 1 2\n", ":2: must have 3 values but had 2");
    }

    @Test
    void refusesALineWithoutAWord() throws IOException {
        assertRefused("the 1 2\n 1 2\n", ":2: must begin with a word but began with a blank");
    }

    @Test
    void refusesWhatIsNoNumber() throws IOException {
        assertRefused("the 1 2\nparcel 1 x\n", ":2: value 2 of 'parcel' must be a number but was 'x'");
        assertRefused("the 1 2\nparcel  2\n", ":2: value 1 of 'parcel' must be a number but was ''");
        assertRefused("<html lang=\"en\">\n", ":1: value 1 of '<html' must be a number but was 'lang=\"en\">'");
        assertRefused(
                "x".repeat(99) + " " + "y".repeat(99),
                ":1: value 1 of '" + "x".repeat(40) + "...' must be a number but was '" + "y".repeat(40) + "...'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e99"})
    void refusesWhatIsNotFinite(String value) throws IOException {
        assertRefused(
                "the 1 2\nparcel " + value + " 2\n", ":2: value 1 of 'parcel' must be finite but was '" + value + "'");
    }

    @Test
    void refusesAHeaderThatDisagrees() throws IOException {
        assertRefused("4 3\n" + GLOVE, ":1: header must say how many vectors follow, 3, but said 4");
        assertRefused("2 3\n" + GLOVE, ":1: header must say how many vectors follow, 3, but said 2");
        assertRefused("3 3\n", ":1: header must say how many vectors follow, 0, but said 3");
        assertRefused("3 0\n" + GLOVE, ":1: dimension in the header must be >= 1 but was 0");
        assertRefused("3 2\n" + GLOVE, ":2: must have 2 values but had 3");
        assertRefused("3 4\n" + GLOVE, ":2: must have 4 values but had 3");
    }

    @Test
    void refusesAFileWithoutAWantedWord() throws IOException {
        Path file = write("vectors.txt", GLOVE);

        assertThatThrownBy(() -> WordVectors.read(file, "THE"::equals))
                .isInstanceOf(WordVectorsException.class)
                .hasMessage(file + ": must have a vector of at least one wanted word but had none in 3 vectors");
    }
}
