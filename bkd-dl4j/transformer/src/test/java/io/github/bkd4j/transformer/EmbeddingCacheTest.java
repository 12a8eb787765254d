package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.bkd4j.io.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EmbeddingCacheTest {

    private static final List<Logger> LOGGERS = Stream.of(EmbeddingCache.class, EmbeddingFiles.class)
            .map(type -> (Logger) LoggerFactory.getLogger(type))
            .toList();

    @TempDir
    Path folder;

    private final Lengths lengths = new Lengths("lengths");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    /** Embeds a text as its length and the place of its last blank, and notes what it was asked. */
    private static final class Lengths implements SentenceEncoder {

        private final String name;
        private final List<String> asked = new ArrayList<>();

        Lengths(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of().with("lengths", name);
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public String toString() {
            return "Lengths";
        }

        @Override
        public synchronized float[][] embed(List<String> texts) {
            asked.addAll(texts);
            return texts.stream()
                    .map(text -> new float[] {text.length(), text.lastIndexOf(' ')})
                    .toArray(float[][]::new);
        }
    }

    @BeforeEach
    void listen() {
        appender.start();
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.INFO);
            logger.addAppender(appender);
        });
    }

    @AfterEach
    void stopListening() {
        LOGGERS.forEach(logger -> logger.detachAppender(appender));
    }

    private List<String> said() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aTextIsEmbeddedOnce() {
        SentenceEncoder cache = lengths.remembering();

        assertThat(cache.embed(List.of("to be", "or", "to be"))).isDeepEqualTo(new float[][] {{5, 2}, {2, -1}, {5, 2}});
        assertThat(cache.embed(List.of("not", "or"))).isDeepEqualTo(new float[][] {{3, -1}, {2, -1}});
        assertThat(cache.embed(List.of())).isEmpty();
        assertThat(lengths.asked).containsExactly("to be", "or", "not");
    }

    @Test
    void theCacheIsTheEncoderByNameAndFingerprint() {
        SentenceEncoder cache = lengths.remembering();

        assertThat(cache.name()).isEqualTo("lengths");
        assertThat(cache.fingerprint()).isEqualTo(lengths.fingerprint());
        assertThat(cache.dimension()).isEqualTo(2);
        assertThat(cache.remembering()).isSameAs(cache);
        assertThat(cache).hasToString("Lengths");
    }

    @Test
    void vectorsAreTheCallersOwn() {
        SentenceEncoder cache = lengths.remembering();
        cache.embed(List.of("or"))[0][0] = -1;
        assertThat(cache.embed(List.of("or"))[0]).containsExactly(2, -1);
    }

    @Test
    void theNextProcessEmbedsOnlyWhatIsNew() {
        lengths.cachedIn(folder).embed(List.of("to be", "or"));
        lengths.cachedIn(folder).embed(List.of("or", "not"));
        Lengths next = new Lengths("lengths");

        assertThat(next.cachedIn(folder).embed(List.of("not", "or", "to be", "question")))
                .isDeepEqualTo(new float[][] {{3, -1}, {2, -1}, {5, 2}, {8, -1}});
        assertThat(next.asked).containsExactly("question");
        assertThat(said()).isEmpty();
    }

    @Test
    void filesWithoutATextThatIsAskedForAreNotReadAgain() throws IOException {
        lengths.cachedIn(folder).embed(List.of("to be"));
        Path file = files().get(0);
        lengths.cachedIn(folder).embed(List.of("or"));
        Lengths next = new Lengths("lengths");
        SentenceEncoder cache = next.cachedIn(folder);
        Files.delete(file);

        cache.embed(List.of("or"));
        assertThat(said()).isEmpty();
        cache.embed(List.of("or", "to be"));
        assertThat(next.asked).containsExactly("to be");
        assertThat(said()).containsExactly(file + " is damaged or of another encoder; its texts are embedded anew");
    }

    @Test
    void aRememberingEncoderCanBeCachedInFiles() throws IOException {
        lengths.remembering().cachedIn(folder).embed(List.of("or"));
        assertThat(files()).hasSize(1);
    }

    @Test
    void thousandsOfTextsAreKeptAChunkAtATime() throws IOException {
        List<String> texts = IntStream.range(0, 5000).mapToObj(i -> "text " + i).toList();
        float[][] vectors = lengths.cachedIn(folder).embed(texts);
        Lengths next = new Lengths("lengths");

        assertThat(files()).hasSize(2);
        assertThat(said()).singleElement().asString().matches("lengths embeds 5,000 texts in about \\d+ s");
        assertThat(next.cachedIn(folder).embed(texts)).isDeepEqualTo(vectors);
        assertThat(next.asked).isEmpty();
    }

    @Test
    void anotherEncoderHasVectorsOfItsOwn() {
        lengths.cachedIn(folder).embed(List.of("or"));
        Lengths other = new Lengths("other");
        other.cachedIn(folder).embed(List.of("or"));
        assertThat(other.asked).containsExactly("or");
    }

    /** A flipped bit anywhere: in the head, in a text's key, in a vector, in the checksum. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 45, 60, 90, 95, 150})
    void aDamagedFileIsMadeAnew(int position) throws IOException {
        lengths.cachedIn(folder).embed(List.of("to be", "or"));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[position] ^= 1;
        Files.write(file, damaged);
        Lengths next = new Lengths("lengths");

        assertThat(next.cachedIn(folder).embed(List.of("to be", "or"))).isDeepEqualTo(new float[][] {{5, 2}, {2, -1}});
        assertThat(next.asked).containsExactly("to be", "or");
        assertThat(said()).containsExactly(file + " is damaged or of another encoder; its texts are embedded anew");
        assertThat(files()).containsExactly(file);
        assertThat(file).hasBinaryContent(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 50, 100, 161})
    void aFileThatIsCutOffIsMadeAnew(int length) throws IOException {
        lengths.cachedIn(folder).embed(List.of("to be", "or"));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, length));
        Lengths next = new Lengths("lengths");

        next.cachedIn(folder).embed(List.of("to be", "or"));

        assertThat(next.asked).containsExactly("to be", "or");
        assertThat(said()).containsExactly(file + " is damaged or of another encoder; its texts are embedded anew");
        assertThat(file).hasBinaryContent(whole);
    }

    @Test
    void aFileOfAnotherEncoderIsNotUsed() throws IOException {
        new Lengths("other").cachedIn(folder).embed(List.of("or"));
        Path foreign = files().get(0);
        Path copy = folder.resolve(lengths.fingerprint().hex()).resolve(foreign.getFileName());
        Files.createDirectories(copy.getParent());
        Files.copy(foreign, copy);

        lengths.cachedIn(folder).embed(List.of("or"));

        assertThat(lengths.asked).containsExactly("or");
        assertThat(said()).containsExactly(copy + " is damaged or of another encoder; its texts are embedded anew");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        SentenceEncoder cache = lengths.cachedIn(file);
        assertThatThrownBy(() -> cache.embed(List.of("or")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(
                        "cannot write " + file.resolve(lengths.fingerprint().hex()))
                .hasMessageEndingWith(": " + file + " is not a folder");
    }

    @Test
    void twoCallersDoNotEmbedTheSameTextTwice() {
        SentenceEncoder cache = lengths.cachedIn(folder);
        List<String> texts = IntStream.range(0, 500).mapToObj(i -> "text " + i).toList();
        List<CompletableFuture<float[][]>> callers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> cache.embed(texts)))
                .limit(4)
                .toList();

        assertThat(callers.stream().map(CompletableFuture::join))
                .allSatisfy(vectors -> assertThat(vectors).isDeepEqualTo(new Lengths("lengths").embed(texts)));
        assertThat(lengths.asked).isEqualTo(texts);
    }
}
