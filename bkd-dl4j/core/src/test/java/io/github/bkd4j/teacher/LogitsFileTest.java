package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogitsFileTest extends CorpusLogitsContract {

    /** Two instances of the classes a and b. */
    private static final Corpus<String> TWO = Toy.corpus(1, 1, 1);

    @TempDir
    Path folder;

    private LogitsFile<String> file;

    @BeforeEach
    void nameFile() {
        file = LogitsFile.ofTexts(folder.resolve("teacher.npy"));
    }

    @Override
    CorpusLogits<String> known() {
        file.write(StubTeacher.guessing(1), CORPUS);
        return file.asLogits();
    }

    /** As another tool would leave it: a table and a label file. */
    private void foreign(String labels, float[]... rows) throws IOException {
        Files.write(file.npy(), Npy.table("<f4", false, rows));
        Files.writeString(file.labels(), labels);
    }

    @Test
    void itIsNamedByItsFile() throws IOException {
        foreign("a\nb\n", new float[] {1, 2});

        assertThat(file.asLogits().name()).isEqualTo("logits:teacher.npy");
    }

    @Test
    void columnsAreBroughtIntoTheOrderOfTheCorpus() throws IOException {
        foreign("b\na\n", new float[] {1, 2}, new float[] {3, 4});

        Logits logits = file.asLogits().about(TWO);

        assertThat(logits.labels()).containsExactly("a", "b");
        assertThat(logits.row(0)).containsExactly(2, 1);
        assertThat(logits.row(1)).containsExactly(4, 3);
    }

    @Test
    void labelsMayLieElsewhere() throws IOException {
        foreign("x\ny\n", new float[] {1, 2}, new float[] {3, 4});
        Path labels = Files.writeString(folder.resolve("classes.txt"), "a\nb\n");

        assertThat(file.withLabels(labels).asLogits().about(TWO).row(1)).containsExactly(3, 4);
    }

    @Test
    void silenceIsWrittenAndReadAgain() {
        StubTeacher halfSilent = StubTeacher.saying(TWO.labels(), new float[][] {null, {1, 2}});

        file.write(halfSilent, TWO);

        assertThat(NpyFile.read(file.npy())[0]).containsExactly(Float.NaN, Float.NaN);
        assertSame(file.asLogits().about(TWO), halfSilent.predict(TWO.instances()));
    }

    @Test
    void logitsThatAreThereAreWritten() {
        Logits logits = StubTeacher.guessing(3, TWO.labels()).predict(TWO.instances());

        file.write("student", logits, TWO);

        assertSame(file.asLogits().about(TWO), logits);
        assertThat(Sidecar.read(file.npy()).teacher()).isEqualTo("student");
    }

    @Test
    void logitsOfAnotherSizeAreNotWritten() {
        Logits logits = StubTeacher.guessing(3, TWO.labels()).predict(List.of("one"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> file.write("student", logits, TWO))
                .withMessage("logits of student must have one row per instance, 2, but had 1");
        assertThat(file.npy()).doesNotExist();
    }

    @Test
    void aFileOfOursIsBoundToItsCorpus() {
        file.write(StubTeacher.guessing(1, TWO.labels()), TWO);
        Corpus<String> other = Toy.corpus(2, 1, 1);

        assertRefused(
                file.npy() + ": logits must be about the corpus asked for, fingerprint "
                        + other.fingerprint().substring(0, 12) + ", but were made for "
                        + TWO.fingerprint().substring(0, 12),
                () -> file.asLogits().about(other));
    }

    @Test
    void aFileFromElsewhereIsCheckedByShapeAlone() throws IOException {
        foreign("a\nb\n", new float[] {1, 2}, new float[] {3, 4});

        assertThat(file.asLogits().about(Toy.corpus(2, 1, 1)).row(0)).containsExactly(1, 2);
        assertRefused(
                file.npy() + ": must have one row per instance, 3, but had 2",
                () -> file.asLogits().about(Toy.corpus(2, 2, 1)));
    }

    @Test
    void aTableThatDoesNotFitItsLabelsIsRefused() throws IOException {
        foreign("a\nb\nc\n", new float[] {1, 2});

        assertRefused(file.npy() + ": must have one column a label, 3, but had 2", file::asLogits);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsRefused(float value) throws IOException {
        foreign("a\nb\n", new float[] {1, 2}, new float[] {3, value});

        assertRefused(
                file.npy() + ": must be finite in single precision but row 1, column 1 was " + value, file::asLogits);
    }

    @Test
    void aMissingLabelIsRefused() throws IOException {
        foreign("a\nx\n", new float[2], new float[2]);

        assertRefused(
                file.labels() + ": must have every label of the corpus but lacked 'b'",
                () -> file.asLogits().about(TWO));
    }

    @Test
    void anUnknownLabelIsRefused() throws IOException {
        foreign("a\nx\nb\n", new float[3], new float[3]);

        assertRefused(
                file.labels() + ": must have only labels of the corpus but had 'x'",
                () -> file.asLogits().about(TWO));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertRefused(file.npy() + ": no such file", file::asLogits);

        Files.write(file.npy(), Npy.table("<f4", false, new float[][] {{1, 2}}));
        assertRefused(
                file.labels() + ": no such file; must have one label per line, in the order of the columns",
                file::asLogits);
    }

    @Test
    void aTableThatIsNoLongerWhatWasWrittenIsRefused() throws IOException {
        file.write(StubTeacher.guessing(1, TWO.labels()), TWO);
        Files.write(file.npy(), Npy.table("<f4", false, new float[][] {{1, 2}, {3, 4}}));

        assertRefused(
                file.npy() + ".json: must describe teacher.npy as it is but one of the two was altered",
                file::asLogits);
    }

    @Test
    void labelsThatAreNoLongerWhatWasWrittenAreRefused() throws IOException {
        file.write(StubTeacher.guessing(1, TWO.labels()), TWO);
        Files.writeString(file.labels(), "b\na\n");

        assertRefused(
                file.labels() + ": must have the labels of teacher.npy.json in their order but had others",
                file::asLogits);
    }

    @Test
    void nobodyIsAskedWhereNothingCanBeWritten() throws IOException {
        Files.createDirectory(file.labels());
        StubTeacher teacher = StubTeacher.guessing(1);

        assertThatThrownBy(() -> file.write(teacher, TWO))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file.labels() + ": it is a folder");
        assertThat(teacher.asked()).isZero();
    }

    @Test
    void aLabelOfTwoLinesCannotBeWritten() {
        assertRefused(
                file.labels() + ": label must be one line but was 'two\nlines'",
                () -> file.write(StubTeacher.guessing(1, List.of("b", "two\nlines")), TWO));
    }

    private static void assertRefused(String refusal, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(LogitsException.class).hasMessage(refusal);
    }
}
