package io.github.bkd4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {

    private static final String NAME = "io/github/bkd4j/io/Reason.class";

    @TempDir
    private Path folder;

    @Test
    void developmentIsKnownByItsClassFiles() {
        assertThat(Version.of(Version.class))
                .matches("development\\+[0-9a-f]{64}")
                .isEqualTo(Version.of(Reason.class));
        assertThat(Version.of(Version.class, VersionTest.class)).isNotEqualTo(Version.of(Version.class));
    }

    @Test
    void releasesAreKnownByTheirNumber() throws Exception {
        assertThat(versionOf("release", "1.2.3", Map.of())).isEqualTo("1.2.3");
    }

    @Test
    void snapshotsDifferInAnyClassFile() throws Exception {
        String one = versionOf("one", "2-SNAPSHOT", Map.of("A.class", "a"));
        assertThat(one).matches("2-SNAPSHOT\\+[0-9a-f]{64}");
        assertThat(versionOf("same", "2-SNAPSHOT", Map.of("A.class", "a", "notes.txt", "n")))
                .isEqualTo(one);
        assertThat(versionOf("changed", "2-SNAPSHOT", Map.of("A.class", "b"))).isNotEqualTo(one);
        assertThat(versionOf("renamed", "2-SNAPSHOT", Map.of("B.class", "a"))).isNotEqualTo(one);
        assertThat(versionOf("more", "2-SNAPSHOT", Map.of("A.class", "a", "B.class", "b")))
                .isNotEqualTo(one);
    }

    private String versionOf(String name, String number, Map<String, String> others)
            throws IOException, ClassNotFoundException {
        Path jar = jar(name, number, others);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            return Version.of(loader.loadClass("io.github.bkd4j.io.Reason"));
        }
    }

    private Path jar(String name, String number, Map<String, String> others) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, number);
        Path jar = folder.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.putNextEntry(new ZipEntry(NAME));
            zip.write(classFile());
            for (Map.Entry<String, String> other : new TreeMap<>(others).entrySet()) {
                zip.putNextEntry(new ZipEntry(other.getKey()));
                zip.write(other.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Version.class.getClassLoader().getResourceAsStream(NAME))) {
            return in.readAllBytes();
        }
    }
}
