package io.github.bkd4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.archive.ArchiveFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Archives of which one block is damaged and whose manifest vouches for the damage, for what is read after the
 * checksums.
 *
 * @param format of the archive
 * @param file where the forged archive is put
 * @param blocks of a whole one, by name
 */
public record ForgedArchive(ArchiveFormat format, Path file, Map<String, byte[]> blocks) {

    /** Of an archive that can be read. */
    public static ForgedArchive of(ArchiveFormat format, Path file, Path whole) throws IOException {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(whole.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (!entry.getName().equals("manifest.json")) {
                    blocks.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return new ForgedArchive(format, file, blocks);
    }

    /** Damages each block in turn, as often as makes that many cases of all together. */
    public void fuzz(int cases, List<String> words, Class<? extends RuntimeException> own, Fuzz.Reader reader)
            throws IOException {
        Path damaged = file.resolveSibling("block");
        int ofBlock = cases / blocks.size();
        for (String name : blocks.keySet()) {
            int readable = new Fuzz(damaged, List.of(blocks.get(name)), words)
                    .run(ofBlock, name.hashCode(), own, () -> {
                        Map<String, byte[]> forged = new LinkedHashMap<>(blocks);
                        forged.put(name, Files.readAllBytes(damaged));
                        format.write(file, forged);
                        return reader.read();
                    });
            assertThat(readable).as(name).isLessThan(ofBlock / 2);
        }
    }
}
