package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.spark.LocalCluster;
import io.github.bkd4j.spark.SparkHome;
import io.github.bkd4j.spark.TicketsProgram;
import io.github.bkd4j.spark.UserJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example on a cluster of processes, under the class path of spark-submit: Spark's jars, then ours. */
@Tag("slow")
class SparkDistillationTest {

    @TempDir
    Path folder;

    /** Among them Jackson, slf4j, Commons and Gson in other versions than Spark's, and Logback. */
    @ParameterizedTest
    @EnumSource
    void itRunsWithAllJarsThatItNeeds(SparkHome.Release release) throws IOException, InterruptedException {
        List<Path> jars = UserJars.listed(folder, Path.of("target", "dependencies.classpath"));
        assertThat(jars.stream().map(jar -> jar.getFileName().toString()))
                .anyMatch(name -> name.startsWith("jackson-databind-"))
                .anyMatch(name -> name.startsWith("slf4j-api-"))
                .anyMatch(name -> name.startsWith("commons-lang3-"))
                .anyMatch(name -> name.startsWith("gson-"))
                .anyMatch(name -> name.startsWith("logback-classic-"));
        try (LocalCluster cluster = new LocalCluster(SparkHome.of(release, folder), folder)) {
            run(cluster, jars, TicketsProgram.class, folder.toString(), "../src/main/resources/tickets.tsv");
            run(cluster, jars, SparkDistillation.class, folder + "/labelled", folder + "/texts", folder + "/out");
            String said = run(cluster, jars, TicketsProgram.class, folder.toString());
            assertThat(said).contains("600 of 600 are the same");
        }
    }

    private String run(LocalCluster cluster, List<Path> jars, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Path log = folder.resolve(program.getSimpleName() + arguments.length + ".log");
        Process process = cluster.submit(log, program.getName(), jars, arguments);
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }
}
