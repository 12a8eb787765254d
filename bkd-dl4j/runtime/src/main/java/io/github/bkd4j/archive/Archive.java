package io.github.bkd4j.archive;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The blocks of a file, each checked against its manifest. */
public final class Archive {

    private final Path file;
    private final String noun;
    private final Map<String, byte[]> blocks;

    Archive(Path file, String noun, Map<String, byte[]> blocks) {
        this.file = file;
        this.noun = noun;
        this.blocks = blocks;
    }

    /**
     * A block that must be there.
     *
     * @param name its name
     * @return its bytes, not a copy
     * @throws ArchiveException if it is not there
     */
    public byte[] block(String name) {
        return find(name).orElseThrow(() -> new ArchiveException(file + ": the " + noun + " has no " + name));
    }

    /**
     * A block that may be there.
     *
     * @param name its name
     * @return its bytes, not a copy; empty if it is not there
     */
    public Optional<byte[]> find(String name) {
        return Optional.ofNullable(blocks.get(name));
    }
}
