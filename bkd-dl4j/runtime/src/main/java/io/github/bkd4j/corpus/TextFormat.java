package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/** How one file holds labelled texts. */
interface TextFormat {

    /** What can be read, for messages. */
    String KNOWN = "must end in .tsv, .csv or .jsonl, each also with .gz, or be a folder with a sub-folder a class";

    /** The format that a file's name tells, with or without .gz. */
    static TextFormat of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".tsv")) {
            return new TsvFormat();
        }
        if (name.endsWith(".csv")) {
            return new CsvFormat();
        }
        if (name.endsWith(".jsonl")) {
            return new JsonLinesFormat();
        }
        throw new CorpusException(path + ": " + (Files.notExists(path) ? "no such file" : KNOWN));
    }

    /** Reads a whole file. */
    default Corpus<String> read(Path path) {
        try (Utf8Reader in = Utf8Reader.open(path)) {
            return Corpus.of(rows(in));
        } catch (ZipException | EOFException e) {
            throw new CorpusException(path + ": must be a whole gzip file but was broken", e);
        } catch (IOException e) {
            throw new CorpusException(path + ": cannot be read: " + Reason.of(e), e);
        }
    }

    /** Reads the rows, at least one; refuses anything else. */
    List<Labeled<String>> rows(Utf8Reader in) throws IOException;
}
