package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Logits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogitsCacheTest extends TeacherContract {

    @TempDir
    Path folder;

    private final StubTeacher asked = StubTeacher.guessing(1);

    @Override
    Teacher<String> teacher() {
        return teacher("seed 1");
    }

    /** A fresh one, as in a second run. */
    private Teacher<String> teacher(String key) {
        return LogitsCache.ofTexts(folder.resolve("cache")).around(asked, key);
    }

    @Test
    void aSecondRunDoesNotAsk() {
        Logits first = teacher().predict(CORPUS);
        Logits second = teacher().predict(CORPUS);

        assertThat(asked.asked()).isEqualTo(1);
        assertSame(first, asked.predict(CORPUS));
        assertSame(second, first);
        assertThat(teacher().name()).isEqualTo("stub");
    }

    @Test
    void anotherKeyOrCorpusIsAskedAnew() {
        teacher("seed 1").predict(CORPUS);
        teacher("seed 2").predict(CORPUS);
        teacher("seed 1").predict(Toy.corpus(2, 9, 5, 3, 1));
        teacher("seed 1").predict(CORPUS.rows(new int[] {1, 2}));

        assertThat(asked.asked()).isEqualTo(4);
    }

    @Test
    void theSameInstancesUnderMoreLabelsAreAnotherCorpus() {
        Corpus<String> part = CORPUS.rows(new int[] {0});
        String label = CORPUS.labels().get(CORPUS.classOf(0));
        Corpus<String> alone =
                Corpus.of(List.of(new Labeled<>(CORPUS.instances().get(0), label)));

        assertThat(teacher().predict(part).labels()).hasSize(4);
        assertThat(teacher().predict(alone).labels()).hasSize(1);
        assertThat(asked.asked()).isEqualTo(2);
    }

    @Test
    void silenceIsKept() {
        StubTeacher halfSilent = StubTeacher.saying(List.of("a", "b"), new float[][] {null, {1, 2}});
        LogitsCache<String> cache = LogitsCache.ofTexts(folder);
        Corpus<String> two = Toy.corpus(1, 1, 1);

        cache.around(halfSilent, "k").predict(two);
        Logits kept = cache.around(halfSilent, "k").predict(two);

        assertThat(halfSilent.asked()).isEqualTo(1);
        assertSame(kept, halfSilent.predict(two));
    }

    @Test
    void aTeachersOwnLabelsAreKeptAsTheyAre() {
        StubTeacher own = StubTeacher.saying(List.of("two\nlines", "a"), new float[][] {{1, 2}});
        LogitsCache<String> cache = LogitsCache.ofTexts(folder);
        Corpus<String> one = CORPUS.rows(new int[] {0});

        cache.around(own, "k").predict(one);

        assertThat(cache.around(own, "k").predict(one).labels()).containsExactly("two\nlines", "a");
        assertThat(own.asked()).isEqualTo(1);
    }

    @Test
    void anEmptyCorpusIsKeptToo() {
        Corpus<String> empty = CORPUS.rows(new int[0]);

        teacher().predict(empty);

        assertThat(teacher().predict(empty).size()).isZero();
        assertThat(asked.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".npy", ".npy.json"})
    void aDamagedEntryIsLoggedAndMadeAnew(String ending) throws IOException {
        Logits first = teacher().predict(CORPUS);
        Path damaged = entry(ending);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 10] ^= 1;
        Files.write(damaged, bytes);

        assertMadeAnew(
                first,
                entry(".npy.json") + ": must describe " + entry(".npy").getFileName()
                        + " as it is but one of the two was altered");
    }

    @Test
    void anEntryWithoutItsDescriptionIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS);
        Path json = entry(".npy.json");
        Files.delete(json);

        assertMadeAnew(
                first, json + ": no such file; must describe " + entry(".npy").getFileName());
    }

    @Test
    void anEntryWithoutItsTableIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS);
        Path npy = entry(".npy");
        Files.delete(npy);

        assertMadeAnew(first, npy + ": no such file");
    }

    @Test
    void aForeignEntryIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS);
        Path npy = entry(".npy");
        NpyLogits.write(npy, StubTeacher.guessing(2).predict(CORPUS), "seed 2", CORPUS.fingerprint());

        assertMadeAnew(first, npy + ": must be of the teacher and the corpus asked for but was of others");
    }

    @Test
    void anEntryOfAnotherCorpusIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS);
        Path npy = entry(".npy");
        NpyLogits.write(npy, StubTeacher.guessing(2).predict(CORPUS), "seed 1", "0123");

        assertMadeAnew(first, npy + ": must be of the teacher and the corpus asked for but was of others");
    }

    private Path entry(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertMadeAnew(Logits first, String why) {
        try (Logged logged = new Logged(CachedLogits.class)) {
            assertSame(teacher().predict(CORPUS), first);
            assertThat(asked.asked()).isEqualTo(2);
            assertThat(logged.lines()).containsExactly("WARN cached logits are made anew: " + why);

            assertSame(teacher().predict(CORPUS), first);
            assertThat(asked.asked()).isEqualTo(2);
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void nobodyIsAskedWhereNothingCanBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("cache"));

        assertThatThrownBy(() -> teacher().predict(CORPUS))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith(": " + file + " is not a folder");
        assertThat(asked.asked()).isZero();
    }
}
