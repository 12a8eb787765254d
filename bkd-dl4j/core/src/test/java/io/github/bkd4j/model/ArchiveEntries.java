package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The entries of an archive, by name in their order, to be changed behind its back. */
final class ArchiveEntries {

    private static final String MANIFEST = "manifest.json";

    private ArchiveEntries() {}

    /** All entries, the manifest first. */
    static Map<String, byte[]> of(Path file) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries that the manifest vouches for. */
    static Map<String, byte[]> blocks(Path file) {
        Map<String, byte[]> blocks = of(file);
        blocks.remove(MANIFEST);
        return blocks;
    }

    /** Writes entries as they are, whatever the manifest among them says. */
    static void write(Path file, Map<String, byte[]> entries) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes a block in an archive whose manifest vouches for it. */
    static void forge(Path file, String name, UnaryOperator<String> change) {
        Map<String, byte[]> blocks = blocks(file);
        blocks.computeIfPresent(name, (key, bytes) -> changed(bytes, change));
        ModelArchive.FORMAT.write(file, blocks);
    }

    /** Changes the manifest and nothing else. */
    static void forgeManifest(Path file, UnaryOperator<String> change) {
        Map<String, byte[]> entries = of(file);
        entries.computeIfPresent(MANIFEST, (key, bytes) -> changed(bytes, change));
        write(file, entries);
    }

    private static byte[] changed(byte[] bytes, UnaryOperator<String> change) {
        String before = new String(bytes, UTF_8);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        return after.getBytes(UTF_8);
    }
}
