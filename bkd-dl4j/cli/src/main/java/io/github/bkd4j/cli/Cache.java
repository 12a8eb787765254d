package io.github.bkd4j.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The folder for what can be made again: vectors of texts, and finished runs. No text lies in it. */
final class Cache {

    private static final String NONE = "none";

    private Cache() {}

    /** The user's folder for such things. */
    static String usual() {
        String base = Objects.requireNonNullElse(
                System.getenv("XDG_CACHE_HOME"),
                Path.of(System.getProperty("user.home", ""), ".cache").toString());
        return Path.of(base, "bkd").toString();
    }

    /** A folder, or none. */
    static final class Folder implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return of(value).map(path -> folder.resolve(path).toString()).orElse(value);
        }
    }

    /** The folder that an option names; empty for {@code none}. */
    static Optional<Path> of(String folder) {
        return folder.equals(NONE) ? Optional.empty() : Optional.of(Path.of(folder));
    }
}
