package io.github.bkd4j.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.io.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads one archive, which may be damaged or hostile. */
final class ArchiveReader {

    private static final int LARGEST_MANIFEST = 1 << 20; // bytes
    private static final int ZIP_END_BYTES = 22; // the record that closes a zip file

    // What blocks may unpack to: parameters hardly shrink, texts to a fifth; more than this is a bomb.
    private static final long USUAL_BYTES = 16 << 20;
    private static final int LARGEST_RATIO = 10;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final ArchiveFormat format;
    private final String file;
    private final String altered;

    ArchiveReader(ArchiveFormat format, String file) {
        this.format = format;
        this.file = file;
        this.altered = "the " + format.noun() + " is altered: ";
    }

    Archive read(Path path) {
        if (Files.isDirectory(path)) {
            throw refusal("must be a " + format.noun() + " file but was a folder", null);
        }
        if (!Files.isRegularFile(path)) {
            throw refusal("no such " + format.noun() + " file", null);
        }
        try (ZipFile zip = open(path)) {
            if (!isWhole(path)) {
                throw refusal(altered + "bytes follow its end", null);
            }
            return archive(new ZipSource.OfFile(zip), allowed(Files.size(path)));
        } catch (IOException e) {
            throw refusal("cannot be read: " + e.getMessage(), e);
        }
    }

    Archive read(byte[] bytes) {
        if (!holds(bytes, 0, "PK")) {
            throw refusal("not a bkd " + format.noun(), null);
        }
        if (!holds(bytes, bytes.length - ZIP_END_BYTES, "PK\5\6")) {
            throw refusal("the " + format.noun() + " is cut off", null);
        }
        try {
            long allowed = allowed(bytes.length);
            return archive(ZipSource.OfMemory.of(bytes, allowed + LARGEST_MANIFEST), allowed);
        } catch (IOException e) {
            throw refusal(altered + e.getMessage(), e);
        }
    }

    private static long allowed(long size) {
        return USUAL_BYTES + LARGEST_RATIO * size;
    }

    private ArchiveException refusal(String reason, @Nullable Throwable cause) {
        return new ArchiveException(file + ": " + reason, cause);
    }

    private ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw refusal(whyNoZip(path), e);
        }
    }

    private String whyNoZip(Path path) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            if (!holds(in, 0, "PK")) {
                return "not a bkd " + format.noun();
            }
            return isWhole(in) ? altered + "its table of contents is damaged" : "the " + format.noun() + " is cut off";
        }
    }

    private static boolean isWhole(Path path) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
            return isWhole(in);
        }
    }

    private static boolean isWhole(RandomAccessFile in) throws IOException {
        return holds(in, in.length() - ZIP_END_BYTES, "PK\5\6");
    }

    private static boolean holds(RandomAccessFile in, long position, String bytes) throws IOException {
        if (position < 0 || position + bytes.length() > in.length()) {
            return false;
        }
        in.seek(position);
        byte[] found = new byte[bytes.length()];
        in.readFully(found);
        return holds(found, 0, bytes);
    }

    private static boolean holds(byte[] all, int position, String bytes) {
        return position >= 0
                && position + bytes.length() <= all.length
                && Arrays.equals(
                        Arrays.copyOfRange(all, position, position + bytes.length()), bytes.getBytes(US_ASCII));
    }

    private Archive archive(ZipSource zip, long allowed) throws IOException {
        requireDistinctNames(zip);
        JsonNode manifest = manifest(zip);
        JsonNode promises = manifest.path("entries");
        requireReasonableSize(promises, allowed);
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> promise : promises.properties()) {
            String name = promise.getKey();
            byte[] bytes = zip.bytes(name, size(promise.getValue()));
            if (bytes == null || !matches(bytes, promise.getValue())) {
                throw refusal(altered + name + " is not what the manifest says", null);
            }
            blocks.put(name, bytes);
            if (!promise.getValue().path("optional").asBoolean()) {
                required.add(name);
            }
        }
        return new Archive(file, format.noun(), manifest.path("version").asInt(), blocks, required);
    }

    /** Files written before 0.2.0 have SHA-256. */
    private static boolean matches(byte[] bytes, JsonNode promise) {
        return promise.has("crc32")
                ? ArchiveFormat.crc32(bytes).equals(promise.path("crc32").asText())
                : Sha256.of(bytes).equals(promise.path("sha256").asText());
    }

    /** Of two entries of a name one reader would take the first and another the last. */
    private void requireDistinctNames(ZipSource zip) {
        Set<String> names = new HashSet<>();
        zip.names().stream().filter(name -> !names.add(name)).forEach(name -> {
            throw refusal(altered + "it has two entries " + name, null);
        });
    }

    private void requireReasonableSize(JsonNode promises, long allowed) {
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

    private JsonNode manifest(ZipSource zip) throws IOException {
        JsonNode manifest = tree(zip);
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

    private JsonNode tree(ZipSource zip) throws IOException {
        try {
            byte[] json = zip.head(ArchiveFormat.MANIFEST, LARGEST_MANIFEST);
            return json == null ? JSON.nullNode() : JSON.readTree(json);
        } catch (JacksonException e) {
            return JSON.nullNode();
        } catch (ZipException | EOFException e) {
            throw refusal(altered + ArchiveFormat.MANIFEST + " is damaged", e);
        }
    }
}
