package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the profile release makes, built by Maven from a copy of the sources, and used from outside. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class ReleaseTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final List<String> BUILD =
            List.of("mvn", "-q", "-B", "-Prelease", "-DskipTests", "-Djacoco.skip=true");

    @TempDir
    private Path folder;

    private static String run(Path at, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(at.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    /** Of all that is under version control or could be: no target folder. */
    private Path sources(String name) throws IOException, InterruptedException {
        Path copy = Files.createDirectory(folder.resolve(name));
        run(ROOT, List.of("bash", "-c", "git ls-files -z -co --exclude-standard | xargs -0 cp --parents -t " + copy));
        return copy;
    }

    @Test
    void twoBuildsGiveTheSameBytes() throws IOException, InterruptedException {
        List<List<Long>> builds = new ArrayList<>();
        for (String name : List.of("first", "a-second-one")) {
            Path copy = sources(name);
            run(copy, with(BUILD, "package", "-pl", "bkd-dl4j/runtime"));
            try (Stream<Path> files = Files.list(copy.resolve("bkd-dl4j/runtime/target"))) {
                List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
                assertThat(jars)
                        .extracting(jar ->
                                jar.getFileName().toString().replaceAll("^bkd-dl4j-runtime-[^-]*(-SNAPSHOT)?", ""))
                        .containsExactly("-javadoc.jar", "-sources.jar", "-tests.jar", ".jar");
                List<Long> sums = new ArrayList<>();
                for (Path jar : jars) {
                    CRC32 sum = new CRC32();
                    sum.update(Files.readAllBytes(jar));
                    sums.add(sum.getValue());
                }
                builds.add(sums);
            }
        }
        assertThat(builds.get(0)).isEqualTo(builds.get(1));
    }

    /** Published to a folder, and resolved from there into a repository that does not have it. */
    @Test
    void aProjectOutsideRunsTheProgramOfTheReadme() throws IOException, InterruptedException {
        Path published = folder.resolve("published");
        String repository = "-Dmaven.repo.local=" + hardLinks(folder.resolve("repository"));
        run(
                sources("sources"),
                with(
                        BUILD,
                        "deploy",
                        "-DaltDeploymentRepository=published::" + published.toUri(),
                        "-pl",
                        "bkd-dl4j/cpu",
                        "-am",
                        repository));
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.copy(Path.of("src/test/resources/consumer/pom.xml"), project.resolve("pom.xml"));
        Path program = Path.of("src/main/java/io/github/bkd4j/examples/OwnTsv.java");
        Files.createDirectories(project.resolve(program).getParent());
        Files.copy(ROOT.resolve("examples").resolve(program), project.resolve(program));
        Path tickets = ROOT.resolve("examples/src/main/resources/tickets.tsv");
        run(
                project,
                List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "compile",
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=classpath",
                        "-Dpublished=" + published.toUri(),
                        "-Dpublished.version=" + version(published),
                        repository));
        String said = run(
                project,
                List.of(
                        "java",
                        "-cp",
                        "target/classes:" + Files.readString(project.resolve("classpath")),
                        "io.github.bkd4j.examples.OwnTsv",
                        tickets.toString()));
        assertThat(said).contains("| student, balanced distillation |").contains("my parcel never came: delivery 0.");
    }

    /** All that is known already, without this project, so that nothing is downloaded again. */
    private static Path hardLinks(Path repository) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
        run(ROOT, List.of("cp", "-al", home.toString(), repository.toString()));
        run(ROOT, List.of("rm", "-rf", repository.resolve("io/github/bkd4j").toString()));
        return repository;
    }

    private static String version(Path published) throws IOException {
        try (Stream<Path> versions = Files.list(published.resolve("io/github/bkd4j/bkd-dl4j-cpu"))) {
            return versions.filter(Files::isDirectory)
                    .map(version -> version.getFileName().toString())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
