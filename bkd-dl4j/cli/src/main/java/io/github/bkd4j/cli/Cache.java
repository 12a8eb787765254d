package io.github.bkd4j.cli;

import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Reason;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The cache folder, for vectors of texts and finished runs. It contains no texts and can be deleted. */
final class Cache {

    private static final String NONE = "none";

    private Cache() {}

    /** The default folder, by the XDG convention. */
    static String usual() {
        String base = Objects.requireNonNullElse(
                System.getenv("XDG_CACHE_HOME"),
                Path.of(System.getProperty("user.home", ""), ".cache").toString());
        return Path.of(base, "bkd").toString();
    }

    /** Converts a folder, or {@code none}. */
    static final class Folder implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return of(value).map(path -> folder.resolve(path).toString()).orElse(value);
        }
    }

    /** Refuses a folder that nothing can be kept in, before there is something to keep; creates it if it is missing. */
    static void requireWritable(Path folder) {
        try {
            AtomicFile.requireWritable(folder.resolve("kept"));
        } catch (UncheckedIOException e) {
            throw new InputException(
                    "--cache",
                    "must be 'none' or a folder to write to but was " + folder + ": "
                            + Reason.of(Objects.requireNonNull(e.getCause())));
        }
    }

    /** The folder of an option's value; empty for {@code none}. */
    static Optional<Path> of(String folder) {
        return folder.equals(NONE) ? Optional.empty() : Optional.of(Path.of(folder));
    }
}
