package io.github.bkd4j.io;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which code computed a result. A release is known by its number. A build that is still being worked on is known by its
 * class files too: they change, and the number stays.
 */
public final class Version {

    private static final String DEVELOPMENT = "development";
    private static final String UNKNOWN = UUID.randomUUID().toString(); // the same as no other process's
    private static final Map<CodeSource, String> CONTENTS = new ConcurrentHashMap<>();

    private Version() {}

    /**
     * The version of some modules.
     *
     * @param modules a class of each module that a result depends on, at least one; the first one's number is the
     *     number
     * @return such as {@code 1.0.0}; for a snapshot, or without a number, followed by {@code +} and the SHA-256 of the
     *     modules' class files
     */
    public static String of(Class<?>... modules) {
        String number = Objects.requireNonNullElse(modules[0].getPackage().getImplementationVersion(), DEVELOPMENT);
        return isRelease(number) ? number : number + "+" + contents(List.of(modules));
    }

    private static boolean isRelease(String number) {
        return !number.equals(DEVELOPMENT) && !number.endsWith("-SNAPSHOT");
    }

    private static String contents(List<Class<?>> modules) {
        return Sha256.of(modules.stream().map(Version::content).toList());
    }

    private static String content(Class<?> module) {
        @Nullable CodeSource source = module.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? UNKNOWN
                : CONTENTS.computeIfAbsent(source, Version::content);
    }

    private static String content(CodeSource source) {
        try {
            URI location = source.getLocation().toURI();
            return location.getScheme().equals("file") ? classes(Path.of(location)) : UNKNOWN;
        } catch (IOException | URISyntaxException e) {
            return UNKNOWN;
        }
    }

    private static String classes(Path module) throws IOException {
        if (Files.isDirectory(module)) {
            return classesBelow(module);
        }
        try (FileSystem jar = FileSystems.newFileSystem(module)) {
            return classesBelow(jar.getPath("/"));
        }
    }

    /** The same for a folder and for its jar. */
    private static String classesBelow(Path root) throws IOException {
        MessageDigest digest = Sha256.digest();
        for (Map.Entry<String, Path> file : classFiles(root).entrySet()) {
            byte[] name = (file.getKey() + "\n").getBytes(StandardCharsets.UTF_8);
            digest.update(name);
            digest.update(Sha256.of(file.getValue()).getBytes(StandardCharsets.US_ASCII));
        }
        return Sha256.hex(digest);
    }

    private static Map<String, Path> classFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString().replace('\\', '/'),
                            file -> file,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
