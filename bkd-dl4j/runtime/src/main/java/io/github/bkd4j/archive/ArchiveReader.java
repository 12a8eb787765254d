package io.github.bkd4j.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.io.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads one archive, and trusts nothing of it. */
final class ArchiveReader {

    private static final int LARGEST_MANIFEST = 1 << 20; // bytes
    private static final int ZIP_END_BYTES = 22; // the record that closes a zip file

    // What blocks may unpack to: parameters hardly shrink, texts to a fifth; more than this is a bomb.
    private static final long USUAL_BYTES = 16 << 20;
    private static final int LARGEST_RATIO = 10;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final ArchiveFormat format;
    private final Path file;
    private final String altered;

    ArchiveReader(ArchiveFormat format, Path file) {
        this.format = format;
        this.file = file;
        this.altered = "the " + format.noun() + " is altered: ";
    }

    Archive read() {
        if (Files.isDirectory(file)) {
            throw refusal("must be a " + format.noun() + " file but was a folder", null);
        }
        if (!Files.isRegularFile(file)) {
            throw refusal("no such " + format.noun() + " file", null);
        }
        try (ZipFile zip = open()) {
            return new Archive(file, format.noun(), vouchedFor(zip));
        } catch (IOException e) {
            throw refusal("cannot be read: " + e.getMessage(), e);
        }
    }

    private ArchiveException refusal(String reason, @Nullable Throwable cause) {
        return new ArchiveException(file + ": " + reason, cause);
    }

    private ZipFile open() throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw refusal(whyNoZip(), e);
        }
    }

    private String whyNoZip() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (!holds(in, 0, "PK")) {
                return "not a bkd " + format.noun();
            }
            boolean whole = holds(in, in.length() - ZIP_END_BYTES, "PK\5\6");
            return whole ? altered + "its table of contents is damaged" : "the " + format.noun() + " is cut off";
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

    private Map<String, byte[]> vouchedFor(ZipFile zip) throws IOException {
        requireDistinctNames(zip);
        JsonNode promises = manifest(zip).path("entries");
        requireReasonableSize(promises);
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> promise : promises.properties()) {
            byte[] bytes = bytes(zip, promise.getKey(), size(promise.getValue()));
            if (bytes == null
                    || !Sha256.of(bytes)
                            .equals(promise.getValue().path("sha256").asText())) {
                throw refusal(altered + promise.getKey() + " is not what the manifest says", null);
            }
            blocks.put(promise.getKey(), bytes);
        }
        return blocks;
    }

    /** Of two entries of a name one reader would take the first and another the last. */
    private void requireDistinctNames(ZipFile zip) {
        Set<String> names = new HashSet<>();
        zip.stream().map(ZipEntry::getName).filter(name -> !names.add(name)).forEach(name -> {
            throw refusal(altered + "it has two entries " + name, null);
        });
    }

    private void requireReasonableSize(JsonNode promises) throws IOException {
        long allowed = USUAL_BYTES + LARGEST_RATIO * Files.size(file);
        double promised = 0; // no overflow
        for (JsonNode promise : promises) {
            promised += Math.max(0, size(promise));
        }
        if (promised > allowed) {
            throw refusal(
                    altered + "it must unpack to at most " + allowed + " bytes but promises " + (long) promised, null);
        }
    }

    private static long size(JsonNode promise) {
        return promise.path("bytes").asLong(-1);
    }

    private JsonNode manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(ArchiveFormat.MANIFEST);
        JsonNode manifest = entry == null ? JSON.nullNode() : tree(zip, entry);
        int version = manifest.path("version").asInt();
        if (!manifest.path("format").asText().equals(format.name()) || version < 1) {
            throw refusal("not a bkd " + format.noun(), null);
        }
        if (version > format.version()) {
            throw refusal(
                    "the " + format.noun() + " has format version " + version + " but this version of bkd reads up to "
                            + format.version(),
                    null);
        }
        return manifest;
    }

    private JsonNode tree(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return JSON.readTree(in.readNBytes(LARGEST_MANIFEST));
        } catch (JacksonException e) {
            return JSON.nullNode();
        } catch (ZipException | EOFException e) {
            throw refusal(altered + ArchiveFormat.MANIFEST + " is damaged", e);
        }
    }

    /** Exactly {@code size} bytes, or null. */
    private static byte @Nullable [] bytes(ZipFile zip, String name, long size) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || size < 0 || size != entry.getSize() || size > Integer.MAX_VALUE - 8) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = new byte[(int) size];
            return in.readNBytes(bytes, 0, bytes.length) == size && in.read() < 0 ? bytes : null;
        } catch (ZipException | EOFException e) {
            return null;
        }
    }
}
