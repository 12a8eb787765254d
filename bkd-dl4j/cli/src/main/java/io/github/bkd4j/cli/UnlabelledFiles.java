package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.TextReader;
import io.github.bkd4j.io.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Texts without a label, of files and of folders of files. */
final class UnlabelledFiles {

    private UnlabelledFiles() {}

    /** Refuses what cannot be read. */
    static void check(List<Path> paths, Columns columns) {
        files(paths).forEach(file -> TextReader.open(file, columns).close());
    }

    /** All texts that are not blank, file after file. */
    static List<String> read(List<Path> paths, Columns columns) {
        return files(paths)
                .flatMap(file -> TextReader.all(file, columns).stream())
                .toList();
    }

    private static Stream<Path> files(List<Path> paths) {
        return paths.stream().flatMap(path -> Files.isDirectory(path) ? inside(path).stream() : Stream.of(path));
    }

    /** In the order of their names, hidden ones left out. */
    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (sorted.isEmpty()) {
                throw new InputException(folder + ": must have at least one file but has none");
            }
            return sorted;
        } catch (IOException e) {
            throw new InputException(folder + ": must be readable but was not: " + Reason.of(e));
        }
    }
}
