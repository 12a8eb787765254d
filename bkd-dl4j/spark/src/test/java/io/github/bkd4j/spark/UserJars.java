package io.github.bkd4j.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Entries of this JVM's class path as jars, for {@code --jars}. */
public final class UserJars {

    /** What a program needs that only classifies: docs/guide/spark.md. */
    private static final List<String> CLASSIFYING = List.of("bkd-dl4j-spark", "bkd-dl4j-runtime");

    private UserJars() {}

    /** Our own classes and tests, and what classifying needs. */
    public static List<Path> classifying(Path folder) throws IOException {
        return of(folder, jar -> CLASSIFYING.stream().anyMatch(artifact(jar)::startsWith));
    }

    /** What a file lists, as docs/guide/spark.md says: all that a program needs but Spark. */
    public static List<Path> listed(Path folder, Path classPath) throws IOException {
        List<Path> jars = of(folder, jar -> jar.toString().endsWith("-tests.jar"));
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Files.readString(classPath).strip())
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .forEach(jars::add);
        return jars;
    }

    /** The name without the version. */
    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d[\\d.]*.*", "");
    }

    /** Our own classes and tests, first, and other jars by their names. */
    private static List<Path> of(Path folder, Predicate<Path> wanted) throws IOException {
        List<Path> jars = new ArrayList<>();
        List<String> entries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .toList();
        for (String entry : entries) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jar(path, folder.resolve("classes" + jars.size() + ".jar")));
            } else if (path.toString().endsWith(".jar") && wanted.test(path)) {
                jars.add(path);
            }
        }
        return jars;
    }

    private static Path jar(Path classes, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                Files.copy(each, jar);
                jar.closeEntry();
            }
        }
        return file;
    }
}
