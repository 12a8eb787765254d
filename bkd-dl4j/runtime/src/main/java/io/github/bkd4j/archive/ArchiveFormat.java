package io.github.bkd4j.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bkd4j.io.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A kind of archive: a zip file of named blocks, after a manifest with the format's version and each block's size and
 * CRC-32. The same blocks give the same file: no clock, no host.
 *
 * @param name what the manifest calls the format, such as {@code bkd-model}
 * @param noun what messages call the file, such as {@code model}
 * @param version version written, and the newest that can be read; at least 1
 * @param compressed whether blocks are compressed, those of numbers ({@code .f32}) excepted
 * @param optional blocks that a reader may skip if it does not know them
 */
public record ArchiveFormat(String name, String noun, int version, boolean compressed, Set<String> optional) {

    static final String MANIFEST = "manifest.json";
    private static final String NUMBERS = ".f32"; // shrink by a few percent, at the cost of a fast start
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Copies the names.
     *
     * @param name see {@link ArchiveFormat}
     * @param noun see {@link ArchiveFormat}
     * @param version see {@link ArchiveFormat}
     * @param compressed see {@link ArchiveFormat}
     * @param optional see {@link ArchiveFormat}
     */
    public ArchiveFormat {
        optional = Set.copyOf(optional);
    }

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

    /**
     * The file in memory.
     *
     * @param blocks by name, in the order of the file
     * @return what {@link #write} would write
     */
    public byte[] bytes(Map<String, byte[]> blocks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            zip(out, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return out.toByteArray();
    }

    private void zip(OutputStream out, Map<String, byte[]> blocks) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest(blocks)));
        for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
            put(zip, block.getKey(), block.getValue());
        }
        zip.finish();
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        boolean shrinks = compressed && !name.endsWith(NUMBERS);
        zip.setLevel(shrinks ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0); // the same blocks give the same file
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private ObjectNode manifest(Map<String, byte[]> blocks) {
        ObjectNode manifest = JSON.createObjectNode().put("format", name).put("version", version);
        ObjectNode entries = manifest.putObject("entries");
        blocks.forEach((block, bytes) -> {
            ObjectNode entry =
                    entries.putObject(block).put("bytes", bytes.length).put("crc32", crc32(bytes));
            if (optional.contains(block)) {
                entry.put("optional", true);
            }
        });
        return manifest;
    }

    /** Finds damage, as SHA-256 would, in a hundredth of the time; neither finds forgery. */
    static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
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
        return new ArchiveReader(this, file.toString()).read(file);
    }

    /**
     * As {@link #read(Path)}, from memory.
     *
     * @param bytes of the file
     * @param name what messages call it
     * @return its blocks
     * @throws ArchiveException as {@link #read(Path)}
     */
    public Archive read(byte[] bytes, String name) {
        return new ArchiveReader(this, name).read(bytes);
    }
}
