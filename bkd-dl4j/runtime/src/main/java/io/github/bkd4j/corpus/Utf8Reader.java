package io.github.bkd4j.corpus;

import io.github.bkd4j.io.PlainFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of strict UTF-8, unzipped if its name ends in .gz, without its byte order mark.
 *
 * <p>An {@link java.io.InputStreamReader} decodes a block at a time and so cannot say where a bad byte lies. This
 * reader decodes a line at a time: no byte of a longer UTF-8 sequence looks like a line feed, so a line can be cut out
 * first.
 */
final class Utf8Reader extends Reader {

    private final String source;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what it cannot decode
    private final byte[] buffer = new byte[1 << 16];
    private int from; // the unread bytes are buffer[from, to)
    private int to;
    private long line;
    private String text = ""; // what read(char[], int, int) hands out, from position
    private int position;

    /** Reads a stream under a name for messages. */
    Utf8Reader(String source, InputStream in) {
        this.source = source;
        this.in = in;
    }

    static Utf8Reader open(Path path) throws IOException {
        requireReadableFile(path);
        return new Utf8Reader(path.toString(), PlainFile.open(path));
    }

    private static void requireReadableFile(Path path) {
        if (Files.notExists(path)) {
            throw new CorpusException(path + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw new CorpusException(path + ": must be a file but was a folder");
        }
        if (!Files.isReadable(path)) {
            throw new CorpusException(path + ": must be readable but was not");
        }
    }

    /** The file as the user named it. */
    String source() {
        return source;
    }

    /** Where the last line read lies. */
    Place place() {
        return new Place(source, line);
    }

    /** The next line without its LF or CRLF; null after the last. */
    @Nullable String readLine() throws IOException {
        String next = nextLine();
        if (next == null || !next.endsWith("\n")) {
            return next == null || line > 1 ? next : requireNoOtherEnds(next);
        }
        return next.substring(0, next.length() - (next.endsWith("\r\n") ? 2 : 1));
    }

    /** A file without a line feed has lines all the same if a carriage return lies inside it. */
    private String requireNoOtherEnds(String whole) {
        int end = whole.indexOf('\r');
        if (end >= 0 && !whole.substring(end).isBlank()) {
            throw place().error("lines must end in LF or CRLF but ended in CR alone");
        }
        return whole;
    }

    /** The first line, with its end, which stays to be read; empty if there is none. */
    String peek() throws IOException {
        String next = nextLine();
        text = next == null ? "" : next;
        position = 0;
        return text;
    }

    /** Whether there is more to be had without waiting. */
    @Override
    public boolean ready() throws IOException {
        return from < to || in.available() > 0;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == text.length()) {
            String next = nextLine();
            if (next == null) {
                return -1;
            }
            text = next;
            position = 0;
        }
        int count = Math.min(length, text.length() - position);
        text.getChars(position, position + count, target, offset);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The next line with its end; null after the last, and for a file of nothing but a byte order mark. */
    private @Nullable String nextLine() throws IOException {
        byte[] bytes = nextBytes();
        if (bytes.length == 0) {
            return null;
        }
        line++;
        String next = decode(bytes);
        if (line == 1 && next.startsWith("\uFEFF")) {
            next = next.substring(1);
        }
        return next.isEmpty() ? null : next;
    }

    private byte[] nextBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && (from < to || fill())) {
            int end = endOfLine();
            bytes.write(buffer, from, end - from);
            ended = buffer[end - 1] == '\n';
            from = end;
        }
        return bytes.toByteArray();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    /** The position after the first line feed, or after the last byte if there is none. */
    private int endOfLine() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }

    private String decode(byte[] bytes) {
        ByteBuffer source = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        if (decoder.reset().decode(source, decoded, true).isError()) {
            String bad = HexFormat.of().withUpperCase().toHexDigits(bytes[source.position()]);
            throw place().error("must be UTF-8 but byte " + (source.position() + 1) + " of the line was 0x" + bad);
        }
        return decoded.flip().toString();
    }
}
