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

/** SHA-256 of bytes, texts and files: the name of their content in fingerprints and caches. */
public final class Sha256 {

    /** Bytes of a digest. */
    public static final int BYTES = 32;

    private Sha256() {}

    /**
     * A digest to be updated.
     *
     * @return a fresh digest
     */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Completes a digest.
     *
     * @param digest of all content; is reset
     * @return 64 lower-case hexadecimal digits
     */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Digests texts as {@link #framed} does their UTF-8 bytes.
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
        parts.forEachOrdered(part -> frame(digest, part));
        return hex(digest);
    }

    /**
     * Digests several parts, each preceded by its length so that no two lists give the same bytes.
     *
     * @param parts any, in an order that matters
     * @return 64 lower-case hexadecimal digits
     */
    public static String framed(byte[]... parts) {
        return of(Stream.of(parts));
    }

    private static void frame(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    /**
     * Digests a file.
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
            String reason = Files.notExists(file) ? "no such file" : "cannot be read: " + e.getMessage();
            throw new UncheckedIOException(file + ": " + reason, e);
        }
        return hex(digest);
    }

    /**
     * Digests the UTF-8 bytes of one text.
     *
     * @param text all that is digested
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Digests bytes.
     *
     * @param bytes all that is digested
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }
}
