package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFileTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("teacher.npy.labels");
    }

    @Test
    void readsWhatItWrote() {
        List<String> labels = List.of("b", "a", "Ärger 🤬", "with, comma", "\"quoted\"", "a\u2028b");

        LabelFile.write(file, labels);

        assertThat(LabelFile.read(file)).isEqualTo(labels);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a \n\tb\n\n", "a\nb\n", "a\r\nb\r\n", "\uFEFFa\nb\n"})
    void endsOfLinesBlanksAndAByteOrderMarkAreNoPartOfALabel(String content) throws IOException {
        Files.writeString(file, content);

        assertThat(LabelFile.read(file)).containsExactly("a", "b");
    }

    @Test
    void aMissingFileIsRefused() {
        assertRefused(": no such file; must have one label per line, in the order of the columns", this::read);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.writeString(file, "");

        assertRefused(": must have at least one label but was empty", this::read);
    }

    @Test
    void aBlankLineIsRefused() throws IOException {
        Files.writeString(file, "a\n \nb\n");

        assertRefused(":2: label must not be blank", this::read);
    }

    @Test
    void aDoubledLabelIsRefused() throws IOException {
        Files.writeString(file, "a\nb\na\n");

        assertRefused(":3: label must come once but 'a' was on line 1 too", this::read);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Files.write(file, new byte[] {'a', '\n', (byte) 0xE4});

        assertRefused(": must be UTF-8 but was not", this::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\n"})
    void aLabelOfMoreThanOneLineIsNotWritten(String label) {
        assertRefused(
                ": label must be one line but was '" + label + "'", () -> LabelFile.write(file, List.of("c", label)));
        assertThat(file).doesNotExist();
    }

    private void read() {
        LabelFile.read(file);
    }

    private void assertRefused(String refusal, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(LogitsException.class).hasMessage(file + refusal);
    }
}
