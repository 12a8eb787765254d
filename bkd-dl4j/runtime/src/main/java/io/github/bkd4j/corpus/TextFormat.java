package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/** How one file holds rows of labels and texts. */
interface TextFormat {

    /** What can be read, for messages. */
    String KNOWN = "must end in .tsv, .csv or .jsonl, each also with .gz, or be a folder with a sub-folder per class";

    /** The format that a file's name tells, with or without .gz. */
    static TextFormat of(Path path) {
        return known(path)
                .orElseThrow(() -> new CorpusException(path + ": " + (Files.notExists(path) ? "no such file" : KNOWN)));
    }

    /** The format that a file's name tells; empty if that is none of rows. */
    static Optional<TextFormat> known(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".tsv")) {
            return Optional.of(new TsvFormat());
        }
        if (name.endsWith(".csv")) {
            return Optional.of(new CsvFormat());
        }
        if (name.endsWith(".jsonl")) {
            return Optional.of(new JsonLinesFormat());
        }
        return Optional.empty();
    }

    /** Reads a whole file. */
    default <R> List<R> read(Path path, Columns columns, Wanted<R> wanted) {
        try (Utf8Reader in = Utf8Reader.open(path)) {
            return rows(in, columns, wanted);
        } catch (ZipException | EOFException e) {
            throw new CorpusException(path + ": must be a whole gzip file but was broken", e);
        } catch (IOException e) {
            throw new CorpusException(path + ": cannot be read: " + Reason.of(e), e);
        }
    }

    /** Reads the rows, at least one; refuses anything else. */
    <R> List<R> rows(Utf8Reader in, Columns columns, Wanted<R> wanted) throws IOException;
}
