package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarTest {

    @TempDir
    Path folder;

    private Path npy;
    private Path json;

    @BeforeEach
    void write() throws IOException {
        npy = Files.writeString(folder.resolve("t.npy"), "the table");
        json = folder.resolve("t.npy.json");
        Sidecar.of("text-cnn", "0123", List.of("a", "b"), List.of(7)).write(npy);
    }

    @Test
    void whatWasWrittenIsRead() {
        Sidecar sidecar = Sidecar.read(npy);

        assertThat(Sidecar.beside(npy)).isEqualTo(json);
        assertThat(sidecar.teacher()).isEqualTo("text-cnn");
        assertThat(sidecar.fingerprint()).isEqualTo("0123");
        assertThat(sidecar.labels()).containsExactly("a", "b");
        assertThat(sidecar.silent()).containsExactly(7);
        assertThat(sidecar.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"text-cnn, text-cmn", "0123, 0124", "'\"b\"', '\"c\"'", "7, 8"})
    void anAlteredDescriptionIsRefused(String was, String is) throws IOException {
        Files.writeString(json, Files.readString(json).replaceFirst(was, is));

        assertAltered();
    }

    @Test
    void anAlteredTableIsRefused() throws IOException {
        Files.writeString(npy, "the fable");

        assertAltered();
    }

    private void assertAltered() {
        assertThatThrownBy(() -> Sidecar.read(npy))
                .isInstanceOf(LogitsException.class)
                .hasMessage(json + ": must describe t.npy as it is but one of the two was altered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"shape\": [2, 3]}",
                "{\"format\": \"bkd-logits-2\", \"teacher\": \"t\", \"fingerprint\": \"0\", \"labels\": [],"
                        + " \"silent\": [], \"sha256\": \"\"}"
            })
    void aFileThatDescribesSomethingElseIsRefused(String content) throws IOException {
        Files.writeString(json, content);

        assertThatThrownBy(() -> Sidecar.read(npy))
                .isInstanceOf(LogitsException.class)
                .hasMessage(json + ": must describe logits in format bkd-logits-1 but did not");
    }

    @Test
    void aDescriptionOfNothingIsRefused() throws IOException {
        Files.writeString(json, "null");

        assertAltered();
    }

    @Test
    void aMissingDescriptionIsRefused() throws IOException {
        Files.delete(json);

        assertThatThrownBy(() -> Sidecar.read(npy))
                .isInstanceOf(LogitsException.class)
                .hasMessage(json + ": no such file; must describe t.npy");
    }
}
