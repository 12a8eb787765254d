package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.corpus.AtomicFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Named blocks of bytes in a zip file, behind a manifest with the format's version and each block's size and SHA-256.
 * Nothing is taken from a file before its manifest vouches for it, and no more of a block is read than that promises.
 */
final class ArchiveEntries {

    /** What this version writes, and the newest that it reads. */
    static final int VERSION = 1;

    private static final String FORMAT = "bkd-model";
    private static final String MANIFEST = "manifest.json";
    private static final int LARGEST_MANIFEST = 1 << 20; // bytes
    private static final int ZIP_END_BYTES = 22; // the record that closes a zip file
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, byte[]> blocks;

    private ArchiveEntries(Path file, Map<String, byte[]> blocks) {
        this.file = file;
        this.blocks = blocks;
    }

    static void write(Path file, Map<String, byte[]> blocks) {
        AtomicFile.write(file, out -> zip(out, blocks));
    }

    private static void zip(OutputStream out, Map<String, byte[]> blocks) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(blocks)));
        for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
            put(zip, block.getKey(), block.getValue());
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same model gives the same file
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static ObjectNode manifest(Map<String, byte[]> blocks) {
        ObjectNode manifest = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        ObjectNode entries = manifest.putObject("entries");
        blocks.forEach((name, bytes) ->
                entries.putObject(name).put("bytes", bytes.length).put("sha256", sha256(bytes)));
        return manifest;
    }

    static ArchiveEntries read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(file + ": no such model file");
        }
        try (ZipFile zip = open(file)) {
            return new ArchiveEntries(file, vouchedFor(file, zip));
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new ModelException(file + whyNoZip(file), e);
        }
    }

    private static String whyNoZip(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (!holds(in, 0, "PK")) {
                return ": not a bkd model";
            }
            boolean whole = holds(in, in.length() - ZIP_END_BYTES, "PK\5\6");
            return whole ? ": the model is altered: its table of contents is damaged" : ": the model is cut off";
        }
    }

    private static boolean holds(RandomAccessFile in, long position, String bytes) throws IOException {
        if (position < 0 || position + bytes.length() > in.length()) {
            return false;
        }
        in.seek(position);
        byte[] found = new byte[bytes.length()];
        in.readFully(found);
        return Arrays.equals(found, bytes.getBytes(US_ASCII));
    }

    private static Map<String, byte[]> vouchedFor(Path file, ZipFile zip) throws IOException {
        JsonNode manifest = manifest(file, zip);
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> promise : manifest.path("entries").properties()) {
            long size = promise.getValue().path("bytes").asLong(-1);
            byte[] bytes = bytes(zip, promise.getKey(), size);
            if (bytes == null
                    || !sha256(bytes).equals(promise.getValue().path("sha256").asText())) {
                throw new ModelException(
                        file + ": the model is altered: " + promise.getKey() + " is not what the manifest says");
            }
            blocks.put(promise.getKey(), bytes);
        }
        return blocks;
    }

    private static JsonNode manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        JsonNode manifest = entry == null ? JSON.nullNode() : tree(file, zip, entry);
        int version = manifest.path("version").asInt();
        if (!manifest.path("format").asText().equals(FORMAT) || version < 1) {
            throw new ModelException(file + ": not a bkd model");
        }
        if (version > VERSION) {
            throw new ModelException(file + ": the model has format version " + version
                    + " but this version of bkd reads up to " + VERSION);
        }
        return manifest;
    }

    private static JsonNode tree(Path file, ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return JSON.readTree(in.readNBytes(LARGEST_MANIFEST));
        } catch (JacksonException e) {
            return JSON.nullNode();
        } catch (ZipException | EOFException e) {
            throw new ModelException(file + ": the model is altered: " + MANIFEST + " is damaged", e);
        }
    }

    /** Exactly {@code size} bytes, or null. */
    private static byte @Nullable [] bytes(ZipFile zip, String name, long size) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || size < 0 || size != entry.getSize() || size > Integer.MAX_VALUE - 8) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) size);
            return bytes.length == size && in.read() < 0 ? bytes : null;
        } catch (ZipException | EOFException e) {
            return null;
        }
    }

    /** A block that must be there. */
    byte[] block(String name) {
        return find(name).orElseThrow(() -> new ModelException(file + ": the model has no " + name));
    }

    /** A block that may be there. */
    Optional<byte[]> find(String name) {
        return Optional.ofNullable(blocks.get(name));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
