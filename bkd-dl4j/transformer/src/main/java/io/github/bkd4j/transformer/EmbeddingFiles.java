package io.github.bkd4j.transformer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;

/**
 * The vectors of one encoder in a folder, in write-once files. A file holds a format line, the SHA-256 of the encoder,
 * the dimension, the SHA-256 and the vector of each text, and the SHA-256 of all that. It is named after its texts, so
 * that processes can share the folder.
 */
@Slf4j
final class EmbeddingFiles {

    private static final String ENDING = ".vectors";
    private static final byte[] FORMAT = "bkd-vectors-1\n".getBytes(US_ASCII);
    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;
    private final byte[] head; // of every file: format, encoder, dimension
    private final int dimension;

    EmbeddingFiles(Path folder, String fingerprint, int dimension) {
        this.folder = folder.resolve(fingerprint);
        this.dimension = dimension;
        this.head = ByteBuffer.allocate(FORMAT.length + Sha256.BYTES + Integer.BYTES)
                .put(FORMAT)
                .put(HEX.parseHex(fingerprint))
                .putInt(dimension)
                .array();
    }

    /** The file of each vector, by the SHA-256 of its text. */
    Map<String, Path> index() {
        Map<String, Path> index = new HashMap<>();
        for (Path file : files()) {
            rows(file, (key, content) -> index.put(key, file));
        }
        return index;
    }

    /** The vectors of a file whose texts are wanted, by the SHA-256 of their texts; none if it is damaged by now. */
    Map<String, float[]> read(Path file, Set<String> wanted) {
        Map<String, float[]> vectors = new HashMap<>();
        rows(file, (key, content) -> {
            if (wanted.contains(key)) {
                vectors.put(key, vector(content));
            }
        });
        return vectors;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Passes the key of each row, and its vector as bytes, unless the file is damaged. */
    private void rows(Path file, BiConsumer<String, ByteBuffer> row) {
        try {
            ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
            if (isOurs(content)) {
                rows(content.position(head.length), row);
                return;
            }
        } catch (IOException e) {
            log.debug("{} cannot be read", file, e);
        }
        log.warn("{} is damaged or of another encoder; its texts are embedded anew", file);
    }

    private boolean isOurs(ByteBuffer content) {
        int end = content.limit() - Sha256.BYTES;
        if (end < head.length || !content.slice(0, head.length).equals(ByteBuffer.wrap(head))) {
            return false;
        }
        MessageDigest digest = Sha256.digest();
        digest.update(content.slice(0, end));
        return content.slice(end, Sha256.BYTES).equals(ByteBuffer.wrap(digest.digest()));
    }

    private void rows(ByteBuffer content, BiConsumer<String, ByteBuffer> row) {
        byte[] key = new byte[Sha256.BYTES];
        int bytes = dimension * Float.BYTES;
        while (content.remaining() > Sha256.BYTES) { // the checksum of the file
            content.get(key);
            row.accept(HEX.formatHex(key), content.slice(content.position(), bytes));
            content.position(content.position() + bytes);
        }
    }

    private float[] vector(ByteBuffer content) {
        float[] vector = new float[dimension];
        content.asFloatBuffer().get(vector);
        return vector;
    }

    /** Writes vectors by the SHA-256 of their texts. */
    void write(Map<String, float[]> vectors) {
        int row = Sha256.BYTES + dimension * Float.BYTES;
        ByteBuffer content = ByteBuffer.allocate(head.length + vectors.size() * row + Sha256.BYTES)
                .put(head);
        vectors.forEach((key, vector) -> {
            content.put(HEX.parseHex(key));
            for (float value : vector) {
                content.putFloat(value);
            }
        });
        MessageDigest digest = Sha256.digest();
        digest.update(content.array(), 0, content.position());
        content.put(digest.digest());
        AtomicFile.write(
                folder.resolve(Sha256.of(String.join("", vectors.keySet())) + ENDING),
                out -> out.write(content.array()));
    }
}
