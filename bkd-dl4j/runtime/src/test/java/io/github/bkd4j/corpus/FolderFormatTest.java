package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderFormatTest extends ReaderContract {

    @Override
    Path write(Path folder, List<Labeled<String>> rows) throws IOException {
        Path tickets = folder.resolve("tickets");
        for (int i = 0; i < rows.size(); i++) {
            Path sub = Files.createDirectories(tickets.resolve(rows.get(i).label()));
            Files.writeString(sub.resolve("%03d.txt".formatted(i)), rows.get(i).instance() + "\n");
        }
        return tickets;
    }

    @Override
    Corpus<String> read(Path path) {
        return FolderFormat.read(path);
    }

    /** A file name cannot have every character, and on some systems no others than these. */
    @Override
    List<String> hostileLabels() {
        return List.of("#comment", "label", "late, very 'late'", "null", "{}");
    }

    @Test
    void readsInOrderOfNames() throws IOException {
        file("tickets/refund/a.txt", "back");
        file("tickets/bug/b.txt", "again");
        file("tickets/bug/a.txt", "\uFEFFit\nbroke\n");
        assertThat(read(folder.resolve("tickets")))
                .isEqualTo(CorpusTest.corpus("bug:it\nbroke", "bug:again", "refund:back"));
    }

    @Test
    void ignoresFilesBesideTheClassesAndWhatIsHidden() throws IOException {
        file("tickets/bug/a.txt", "it broke");
        file("tickets/bug/.hidden", "x");
        file("tickets/.git/config", "x");
        file("tickets/LICENSE", "x");
        assertThat(read(folder.resolve("tickets"))).isEqualTo(CorpusTest.corpus("bug:it broke"));
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path missing = folder.resolve("missing");
        Path file = file("tickets.txt", "x");
        assertRefused(missing, missing + ": no such folder");
        assertRefused(file, file + ": must be a folder but was a file");
    }

    @Test
    void refusesAFolderWithoutClasses() throws IOException {
        Path tickets = file("tickets/a.txt", "it broke").resolveSibling("");
        assertRefused(tickets, tickets + ": must have a sub-folder for each class but had none");
    }

    @Test
    void refusesAClassWithoutFiles() throws IOException {
        Path tickets = file("tickets/bug/a.txt", "it broke").resolve("../..").normalize();
        Path empty = Files.createDirectory(tickets.resolve("refund"));
        assertRefused(tickets, empty + ": must have at least one .txt file but had none");
    }

    @Test
    void refusesAClassOfOtherFiles() throws IOException {
        Path file = file("tickets/bug/a.md", "it broke");
        assertRefused(folder.resolve("tickets"), file + ": must be a .txt file");
    }

    @Test
    void refusesABlankName() throws IOException {
        Path sub = file("tickets/ /a.txt", "it broke").resolve("..").normalize();
        assertRefused(folder.resolve("tickets"), sub + ": label must not be blank");
    }

    @Test
    void namesTheFileAndLineThatIsNotUtf8() throws IOException {
        Path file = file("tickets/bug/a.txt", "");
        Files.write(file, new byte[] {'i', 't', '\n', 'b', (byte) 0xFC});
        assertRefused(folder.resolve("tickets"), file + ":2: must be UTF-8 but byte 2 of the line was 0xFC");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        return Files.writeString(file, text);
    }

    private void assertRefused(Path path, String message) {
        assertThatThrownBy(() -> read(path)).isInstanceOf(CorpusException.class).hasMessage(message);
    }
}
