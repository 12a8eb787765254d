package io.github.bkd4j.spark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A folder like that of a Spark distribution, of Maven artifacts alone.
 *
 * @param folder with the folder jars
 */
public record SparkHome(Path folder) {

    /** What Spark's own scripts add on Java 17. */
    private static final List<String> OPENS = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    /** For processes that live for seconds. */
    public static final String FAST_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** A release of Spark with what its own build pins. */
    public enum Release {
        V3("3.5.6", "2.15.2", "2.13.8", "2.0.7"),
        V4("4.2.0", "2.21.2", "2.13.18", "2.0.17");

        @SuppressWarnings("ImmutableEnumChecker") // of List.of
        private final List<String> versions;

        Release(String spark, String jackson, String scala, String slf4j) {
            this.versions = List.of(
                    "-Dspark.version=" + spark,
                    "-Djackson.version=" + jackson,
                    "-Dscala.version=" + scala,
                    "-Dslf4j.version=" + slf4j);
        }
    }

    /** Asks Maven for the jars and links them. */
    public static SparkHome of(Release release, Path folder) throws IOException, InterruptedException {
        Path pom = folder.resolve("pom.xml");
        try (InputStream in = SparkHome.class.getResourceAsStream("/spark-home/pom.xml")) {
            Files.copy(Objects.requireNonNull(in), pom);
        }
        Path classPath = folder.resolve("class-path");
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-f", pom.toString()));
        command.addAll(release.versions);
        command.add("org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath");
        command.add("-Dmdep.outputFile=" + classPath);
        Process maven = new ProcessBuilder(command).inheritIO().start();
        if (maven.waitFor() != 0) {
            throw new IOException("Maven must find the jars of Spark but said " + maven.exitValue());
        }
        Path jars = Files.createDirectories(folder.resolve("jars"));
        List<String> found = Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
                .toList();
        for (String jar : found) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        return new SparkHome(folder);
    }

    /** Starts a class of Spark with nothing but Spark on the class path; its output goes into a file. */
    public Process start(Path log, String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + heap));
        command.addAll(List.of(FAST_START.split(" ")));
        OPENS.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", folder.resolve("jars") + "/*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder.start();
    }
}
