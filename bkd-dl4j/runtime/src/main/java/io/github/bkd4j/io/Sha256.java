package io.github.bkd4j.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names content by its SHA-256. */
public final class Sha256 {

    private Sha256() {}

    /**
     * Begins.
     *
     * @return a digest of nothing yet
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Ends.
     *
     * @param digest of everything; starts anew
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Of texts, each framed by its length so that no two lists run into the same bytes.
     *
     * @param texts any, in an order that matters
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(List<String> texts) {
        return of(texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Of parts, each framed by its length so that no two lists run into the same bytes.
     *
     * @param parts any, in an order that matters
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(Stream<byte[]> parts) {
        MessageDigest digest = digest();
        parts.forEachOrdered(part -> {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            digest.update(part);
        });
        return hex(digest);
    }

    /**
     * Of a file.
     *
     * @param file that can be read
     * @return 64 lower-case hexadecimal digits
     * @throws UncheckedIOException if it cannot be read
     */
    public static String of(Path file) {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
        return hex(digest);
    }

    /**
     * Of bytes alone.
     *
     * @param bytes all that is digested
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }
}
