package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Sha256;
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

    private static final String CONTENT = Sha256.of(CORPUS.instances());

    private final StubTeacher asked = StubTeacher.guessing(1);

    @Override
    Teacher<String> teacher() {
        return teacher(1);
    }

    private static Fingerprint seed(long seed) {
        return Fingerprint.of().with("seed", seed);
    }

    /** A fresh one, as in a second run. */
    private Teacher<String> teacher(long seed) {
        return LogitsCache.ofTexts(folder.resolve("cache")).around(asked, seed(seed));
    }

    @Test
    void aSecondRunDoesNotAsk() {
        Logits first = teacher().predict(CORPUS.instances());
        Logits second = teacher().predict(CORPUS.instances());

        assertThat(asked.asked()).isEqualTo(1);
        assertSame(first, asked.predict(CORPUS.instances()));
        assertSame(second, first);
        assertThat(teacher().name()).isEqualTo("stub");
    }

    @Test
    void anotherKeyOrCorpusIsAskedAnew() {
        teacher(1).predict(CORPUS.instances());
        teacher(2).predict(CORPUS.instances());
        teacher(1).predict(Toy.corpus(2, 9, 5, 3, 1).instances());
        teacher(1).predict(CORPUS.rows(new int[] {1, 2}).instances());

        assertThat(asked.asked()).isEqualTo(4);
    }

    @Test
    void logitsAboutACorpusAreKeptToo() {
        CorpusLogits<String> first = known(1);
        CorpusLogits<String> second = known(1);

        assertSame(second.about(CORPUS), first.about(CORPUS));
        assertThat(asked.asked()).isEqualTo(1);
        known(2).about(CORPUS);
        assertThat(asked.asked()).isEqualTo(2);
        assertThat(first.name()).isEqualTo("crossed");
    }

    /** What the stub says; a fresh one, as in a second run. */
    private CorpusLogits<String> known(long seed) {
        CorpusLogits<String> lazy = new CorpusLogits<>() {
            @Override
            public String name() {
                return "crossed";
            }

            @Override
            public Logits about(Corpus<String> corpus) {
                return asked.predict(corpus.instances());
            }
        };
        return LogitsCache.ofTexts(folder.resolve("cache")).around(lazy, seed(seed));
    }

    @Test
    void theSameInstancesUnderMoreLabelsAreAnotherCorpus() {
        Corpus<String> part = CORPUS.rows(new int[] {0});
        String label = CORPUS.labels().get(CORPUS.classOf(0));
        Corpus<String> alone =
                Corpus.of(List.of(new Labeled<>(CORPUS.instances().get(0), label)));

        known(1).about(part);
        known(1).about(alone);

        assertThat(asked.asked()).isEqualTo(2);
    }

    @Test
    void silenceIsKept() {
        StubTeacher halfSilent = StubTeacher.saying(List.of("a", "b"), new float[][] {null, {1, 2}});
        LogitsCache<String> cache = LogitsCache.ofTexts(folder);
        Corpus<String> two = Toy.corpus(1, 1, 1);

        cache.around(halfSilent, seed(1)).predict(two.instances());
        Logits kept = cache.around(halfSilent, seed(1)).predict(two.instances());

        assertThat(halfSilent.asked()).isEqualTo(1);
        assertSame(kept, halfSilent.predict(two.instances()));
    }

    @Test
    void aTeachersOwnLabelsAreKeptAsTheyAre() {
        StubTeacher own = StubTeacher.saying(List.of("two\nlines", "a"), new float[][] {{1, 2}});
        LogitsCache<String> cache = LogitsCache.ofTexts(folder);
        Corpus<String> one = CORPUS.rows(new int[] {0});

        cache.around(own, seed(1)).predict(one.instances());

        assertThat(cache.around(own, seed(1)).predict(one.instances()).labels()).containsExactly("two\nlines", "a");
        assertThat(own.asked()).isEqualTo(1);
    }

    @Test
    void anEmptyCorpusIsKeptToo() {
        Corpus<String> empty = CORPUS.rows(new int[0]);

        teacher().predict(empty.instances());

        assertThat(teacher().predict(empty.instances()).size()).isZero();
        assertThat(asked.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".npy", ".npy.json"})
    void aDamagedEntryIsLoggedAndMadeAnew(String ending) throws IOException {
        Logits first = teacher().predict(CORPUS.instances());
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
        Logits first = teacher().predict(CORPUS.instances());
        Path json = entry(".npy.json");
        Files.delete(json);

        assertMadeAnew(
                first, json + ": no such file; must describe " + entry(".npy").getFileName());
    }

    @Test
    void anEntryWithoutItsTableIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS.instances());
        Path npy = entry(".npy");
        Files.delete(npy);

        assertMadeAnew(first, npy + ": no such file");
    }

    @Test
    void aForeignEntryIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS.instances());
        Path npy = entry(".npy");
        NpyLogits.write(npy, StubTeacher.guessing(2).predict(CORPUS.instances()), seed(2).toString(), CONTENT);

        assertMadeAnew(first, npy + ": must be of the teacher and the instances asked for but was of others");
    }

    @Test
    void anEntryOfAnotherCorpusIsLoggedAndMadeAnew() throws IOException {
        Logits first = teacher().predict(CORPUS.instances());
        Path npy = entry(".npy");
        NpyLogits.write(npy, StubTeacher.guessing(2).predict(CORPUS.instances()), seed(1).toString(), "0123");

        assertMadeAnew(first, npy + ": must be of the teacher and the instances asked for but was of others");
    }

    private Path entry(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void assertMadeAnew(Logits first, String why) {
        try (Logged logged = new Logged(CacheEntry.class)) {
            assertSame(teacher().predict(CORPUS.instances()), first);
            assertThat(asked.asked()).isEqualTo(2);
            assertThat(logged.lines()).containsExactly("WARN cached logits are made anew: " + why);

            assertSame(teacher().predict(CORPUS.instances()), first);
            assertThat(asked.asked()).isEqualTo(2);
            assertThat(logged.lines()).hasSize(1);
        }
    }

    @Test
    void nobodyIsAskedWhereNothingCanBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("cache"));

        assertThatThrownBy(() -> teacher().predict(CORPUS.instances()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith(": " + file + " is not a folder");
        assertThat(asked.asked()).isZero();
    }
}
