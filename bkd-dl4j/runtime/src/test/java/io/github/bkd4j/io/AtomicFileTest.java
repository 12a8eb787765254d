package io.github.bkd4j.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    private static AtomicFile.Content text(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void writesAndReplaces() throws IOException {
        Path file = folder.resolve("report.html");
        AtomicFile.write(file, text("old and longer"));
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void createsTheFolder() {
        Path file = folder.resolve("a/b/report.html");
        AtomicFile.write(file, text("new"));
        assertThat(file).hasContent("new");
    }

    @Test
    void showsNothingUntilAllIsWritten() {
        Path file = folder.resolve("report.html");
        AtomicFile.write(file, out -> {
            out.write('x');
            out.flush();
            assertThat(file).doesNotExist();
            assertThat(files()).hasSize(1);
        });
        assertThat(file).hasContent("x");
    }

    @Test
    void contentMayCloseItsStream() {
        Path file = folder.resolve("report.html");
        AtomicFile.write(file, out -> {
            try (OutputStream closing = out) {
                closing.write('x');
            }
        });
        assertThat(file).hasContent("x");
    }

    @Test
    void deletesAFileAndWhatKilledWritersOfItLeft() throws IOException {
        Path file = folder.resolve("report.html");
        Path other = Files.createFile(folder.resolve(".other.html.7f.tmp"));
        assertThat(AtomicFile.delete(file)).isFalse();
        AtomicFile.write(file, text("new"));
        Files.createFile(folder.resolve(".report.html.7f.tmp"));
        assertThat(AtomicFile.delete(file)).isTrue();
        assertThat(files()).containsExactly(other);
        assertThat(AtomicFile.delete(folder.resolve("no/such/folder"))).isFalse();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isReadableAsAnyNewFile() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("report.html");
        AtomicFile.write(file, text("new"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void keepsTheOldFileIfWritingFails() throws IOException {
        Path file = folder.resolve("report.html");
        AtomicFile.write(file, text("old"));
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('x');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": no space left on device");
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void keepsTheOldFileIfTheContentFails() throws IOException {
        Path file = folder.resolve("report.html");
        AtomicFile.write(file, text("old"));
        IllegalStateException failure = new IllegalStateException("no figures");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write('x');
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> AtomicFile.write(folder, text("new")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + folder + ": it is a folder");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path occupied = Files.createFile(folder.resolve("out"));
        Path file = occupied.resolve("report.html");
        assertThatThrownBy(() -> AtomicFile.write(file, text("new")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": " + occupied + " is not a folder");
    }

    @Test
    void whatCanBeWrittenIsLeftAsItIs() throws IOException {
        Path file = folder.resolve("report.html");
        AtomicFile.requireWritable(file);
        assertThat(files()).isEmpty();
        AtomicFile.write(file, text("old"));
        AtomicFile.requireWritable(file);
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void whatCannotBeWrittenIsKnownBefore() throws IOException {
        Path occupied = Files.createFile(folder.resolve("out"));
        Path file = occupied.resolve("deeper/report.html");
        assertThatThrownBy(() -> AtomicFile.requireWritable(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": " + occupied + " is not a folder");
        assertThatThrownBy(() -> AtomicFile.requireWritable(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + folder + ": it is a folder");
    }

    @Test
    void writesWhatALinkLeadsTo() throws IOException {
        Path file = folder.resolve("report.html");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("inner"));
        Files.createSymbolicLink(folder.resolve("inner"), file);
        AtomicFile.requireWritable(link);
        AtomicFile.write(link, text("first")); // the file is missing
        AtomicFile.write(link, text("second"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("second").isRegularFile();
        assertThat(files()).hasSize(3);
    }

    @Test
    void refusesLinksThatLeadInACircle() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThatThrownBy(() -> AtomicFile.write(link, text("new")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + link + ": its symbolic links lead in a circle");
        assertThat(files()).containsExactly(link);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesAPipeAndLeavesItOne() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        for (Path file : List.of(pipe, link)) {
            String refusal = "cannot write " + file + ": it is not a regular file";
            assertThatThrownBy(() -> AtomicFile.write(file, text("new"))).hasMessage(refusal);
            assertThatThrownBy(() -> AtomicFile.requireWritable(file)).hasMessage(refusal);
        }
        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                .isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAFolderOfTheSystem() {
        Path file = Path.of("/proc/report.html");
        assertThatThrownBy(() -> AtomicFile.requireWritable(file))
                .hasMessage("cannot write " + file + ": its folder takes no new file");
    }
}
