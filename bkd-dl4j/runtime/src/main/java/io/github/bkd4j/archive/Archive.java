package io.github.bkd4j.archive;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The blocks of a file, each checked against its manifest. */
public final class Archive {

    private final String file;
    private final String noun;
    private final int version;
    private final Map<String, byte[]> blocks;
    private final Set<String> required;

    Archive(String file, String noun, int version, Map<String, byte[]> blocks, Set<String> required) {
        this.file = file;
        this.noun = noun;
        this.version = version;
        this.blocks = blocks;
        this.required = required;
    }

    /**
     * The version of the format that it is written in.
     *
     * @return at least 1
     */
    public int version() {
        return version;
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

    /**
     * Refuses what a later version has added and this one cannot do without.
     *
     * @param known names of the blocks that the reader knows
     * @throws ArchiveException if there is another, which the manifest does not call optional
     */
    public void requireKnown(Collection<String> known) {
        required.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new ArchiveException(
                    file + ": the " + noun + " needs " + name + ", which this version of bkd does not know");
        });
    }
}
