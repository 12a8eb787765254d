package io.github.bkd4j.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A kind of archive: a zip file of named blocks, after a manifest with the format's version and each block's size and
 * SHA-256. The same blocks give the same file: no clock, no host.
 *
 * @param name what the manifest calls the format, such as {@code bkd-model}
 * @param noun what messages call the file, such as {@code model}
 * @param version version written, and the newest that can be read; at least 1
 * @param compressed whether blocks are compressed
 */
public record ArchiveFormat(String name, String noun, int version, boolean compressed) {

    static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Writes a file, whole or not at all.
     *
     * @param file to write or replace
     * @param blocks by name, in the order of the file
     * @throws java.io.UncheckedIOException if the file cannot be written; what was there before is still there
     */
    public void write(Path file, Map<String, byte[]> blocks) {
        AtomicFile.write(file, out -> zip(out, blocks));
    }

    private void zip(OutputStream out, Map<String, byte[]> blocks) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(compressed ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        put(zip, MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(blocks)));
        for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
            put(zip, block.getKey(), block.getValue());
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same blocks give the same file
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private ObjectNode manifest(Map<String, byte[]> blocks) {
        ObjectNode manifest = JSON.createObjectNode().put("format", name).put("version", version);
        ObjectNode entries = manifest.putObject("entries");
        blocks.forEach((block, bytes) ->
                entries.putObject(block).put("bytes", bytes.length).put("sha256", Sha256.of(bytes)));
        return manifest;
    }

    /**
     * Reads a file. Every block is checked against the manifest, and no more of a block is read than the manifest
     * declares.
     *
     * @param file that {@link #write} wrote
     * @return its blocks
     * @throws ArchiveException if it is not there, of another format or a newer version, cut off, altered, or would
     *     unpack to far more than its size
     */
    public Archive read(Path file) {
        return new ArchiveReader(this, file).read();
    }
}
