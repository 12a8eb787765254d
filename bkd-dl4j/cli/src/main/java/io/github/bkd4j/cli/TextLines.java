package io.github.bkd4j.cli;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of strict UTF-8, from a file or from standard input. Lines are read as Latin-1, which preserves every byte, and
 * decoded one by one, so that an error can name the line of a bad byte.
 */
final class TextLines implements Closeable {

    private static final Path STANDARD_INPUT = Path.of("-");

    private final String name;
    private final BufferedReader bytes;
    private long line;

    private TextLines(String name, InputStream in) {
        this.name = name;
        this.bytes = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    }

    /** Opens a file, or standard input for {@code -}. */
    static TextLines open(Path file) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new TextLines("standard input", System.in)
                : new TextLines(file.toString(), Files.newInputStream(file));
    }

    /** Reads all lines of a file that are not blank. */
    static List<String> all(Path file) throws IOException {
        check(file);
        List<String> texts = new ArrayList<>();
        try (TextLines lines = open(file)) {
            for (List<String> some = lines.next(1000); !some.isEmpty(); some = lines.next(1000)) {
                some.stream().filter(text -> !text.isBlank()).forEach(texts::add);
            }
        }
        return texts;
    }

    /** Fails fast on missing files and malformed lines; does not read pipes, which can be read only once. */
    static void check(Path file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return;
        }
        require(Files.exists(file), file + ": no such file");
        require(!Files.isDirectory(file), file + ": must be a file but was a folder");
        require(Files.isReadable(file), file + ": must be readable but was not");
        if (Files.isRegularFile(file)) {
            readThrough(file);
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new InputException(rule);
        }
    }

    private static void readThrough(Path file) throws IOException {
        try (TextLines lines = open(file)) {
            while (!lines.next(1).isEmpty()) {}
        }
    }

    /**
     * Reads the next lines: at least one, at most {@code most}, and no more than are available without blocking. Empty
     * at the end.
     */
    List<String> next(int most) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String text = bytes.readLine(); text != null; text = bytes.readLine()) {
            line++;
            texts.add(decoded(text));
            if (texts.size() == most || !bytes.ready()) {
                break;
            }
        }
        return texts;
    }

    private String decoded(String text) {
        ByteBuffer encoded = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(encoded).toString();
        } catch (CharacterCodingException e) {
            throw new InputException(name + ":" + line + ": must be UTF-8 but was not");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
