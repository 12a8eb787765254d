package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a sub-folder per class, named as its label, and in that a .txt file per instance, all in order of their
 * names. Files beside the sub-folders and everything hidden are ignored.
 */
final class FolderFormat {

    private FolderFormat() {}

    static Corpus<String> read(Path folder) {
        requireFolder(folder);
        List<Labeled<String>> rows = new ArrayList<>();
        for (Path sub : entries(folder)) {
            if (Files.isDirectory(sub)) {
                rows.addAll(rowsOfClass(sub));
            }
        }
        if (rows.isEmpty()) {
            throw new CorpusException(folder + ": must have a sub-folder for each class but had none");
        }
        return Corpus.of(rows);
    }

    private static void requireFolder(Path folder) {
        if (Files.notExists(folder)) {
            throw new CorpusException(folder + ": no such folder");
        }
        if (!Files.isDirectory(folder)) {
            throw new CorpusException(folder + ": must be a folder but was a file");
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted(Comparator.comparing(FolderFormat::name))
                    .toList();
        } catch (IOException e) {
            throw new CorpusException(folder + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private static List<Labeled<String>> rowsOfClass(Path folder) {
        if (Labeled.nameOf(name(folder)).isEmpty()) {
            throw new CorpusException(folder + ": label must not be blank");
        }
        List<Labeled<String>> rows = entries(folder).stream()
                .map(file -> new Labeled<>(text(file), name(folder)))
                .toList();
        if (rows.isEmpty()) {
            throw new CorpusException(folder + ": must have at least one .txt file but had none");
        }
        return rows;
    }

    private static String text(Path file) {
        if (!name(file).endsWith(".txt")) {
            throw new CorpusException(file + ": must be a .txt file");
        }
        try (Utf8Reader in = Utf8Reader.open(file)) {
            StringWriter text = new StringWriter();
            in.transferTo(text);
            return requireNotBlank(WhiteSpace.strip(text.toString()), file);
        } catch (IOException e) {
            throw new CorpusException(file + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private static String requireNotBlank(String text, Path file) {
        if (text.isEmpty()) {
            throw new CorpusException(file + ": text must not be blank");
        }
        return text;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
