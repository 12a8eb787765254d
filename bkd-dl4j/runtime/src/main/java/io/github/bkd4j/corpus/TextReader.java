package io.github.bkd4j.corpus;

import io.github.bkd4j.io.Reason;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Texts without labels, of strict UTF-8, in their order: the text columns of a .tsv, .csv or .jsonl file, or else the
 * lines of any other, each also with .gz. Lines end in LF or CRLF, as in a corpus. Not thread-safe.
 *
 * <pre>{@code
 * try (TextReader texts = TextReader.open(Path.of("new-texts.txt"), Columns.standard())) {
 *     texts.next(256).forEach(text -> System.out.println(classifier.classify(text)));
 * }
 * }</pre>
 */
public final class TextReader implements Closeable {

    private final Utf8Reader lines;
    private final @Nullable Iterator<String> rows; // of a file that has rows; lines is then at its end

    private TextReader(Utf8Reader lines, @Nullable Iterator<String> rows) {
        this.lines = lines;
        this.rows = rows;
    }

    /**
     * Reads lines as they come.
     *
     * @param name what is read, for messages
     * @param in of UTF-8, not zipped; closed with this reader
     * @return a reader of its lines
     */
    public static TextReader of(String name, InputStream in) {
        return new TextReader(new Utf8Reader(name, in), null);
    }

    /**
     * Opens a file, and sees to it that all of it can be read; what can be read only once, such as a pipe, is not
     * looked into.
     *
     * @param file to read
     * @param columns where a file of rows has its texts; labels are not looked for
     * @return a reader of its texts
     * @throws CorpusException if there is no such file, or one of its lines is wrong
     */
    public static TextReader open(Path file, Columns columns) {
        Optional<TextFormat> format = TextFormat.known(file);
        List<String> rows = format.isPresent() ? format.get().read(file, columns, Wanted.TEXT) : List.of();
        try {
            if (format.isEmpty() && Files.isRegularFile(file)) {
                readThrough(file);
            }
            return format.isPresent()
                    ? new TextReader(new Utf8Reader(file.toString(), InputStream.nullInputStream()), rows.iterator())
                    : new TextReader(Utf8Reader.open(file), null);
        } catch (IOException e) {
            throw refusal(file.toString(), e);
        }
    }

    /**
     * Reads all texts that are not blank.
     *
     * @param file to read
     * @param columns where a file of rows has its texts
     * @return the texts in their order
     * @throws CorpusException as {@link #open} does
     */
    public static List<String> all(Path file, Columns columns) {
        List<String> texts = new ArrayList<>();
        try (TextReader reader = open(file, columns)) {
            for (String text = reader.next(); text != null; text = reader.next()) {
                if (!text.isBlank()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static void readThrough(Path file) throws IOException {
        try (Utf8Reader lines = Utf8Reader.open(file)) {
            while (lines.readLine() != null) {}
        }
    }

    private static CorpusException refusal(String source, IOException e) {
        boolean broken = e instanceof ZipException || e instanceof EOFException;
        return new CorpusException(
                source + (broken ? ": must be a whole gzip file but was broken" : ": cannot be read: " + Reason.of(e)),
                e);
    }

    /**
     * The next texts.
     *
     * @param most at least 1
     * @return at most so many, and no more than can be had without waiting; none at the end
     * @throws CorpusException if a line is no UTF-8, or cannot be read
     */
    public List<String> next(int most) {
        List<String> texts = new ArrayList<>();
        for (String text = next(); text != null; text = next()) {
            texts.add(text);
            if (texts.size() == most || !ready()) {
                break;
            }
        }
        return texts;
    }

    private @Nullable String next() {
        if (rows != null) {
            return rows.hasNext() ? rows.next() : null;
        }
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw refusal(lines.source(), e);
        }
    }

    private boolean ready() {
        try {
            return rows != null || lines.ready();
        } catch (IOException e) {
            throw refusal(lines.source(), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw refusal(lines.source(), e);
        }
    }
}
