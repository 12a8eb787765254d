package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that builds the command and runs it. */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

    private static final Path SCRIPT = Path.of("..", "..", "bkd");

    @TempDir
    private Path home;

    /** A checkout that somebody else built, with jars where only they can read. */
    private Path built() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(SCRIPT, home.resolve("bkd"));
        Path target = home.resolve("bkd-dl4j/cli/target");
        Files.createDirectories(target);
        Files.writeString(
                target.resolve("launcher.classpath"), home.resolve("theirs.jar").toString());
        Files.writeString(target.resolve("launcher.cpu.built"), "");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));
        return target;
    }

    @Test
    void saysWhichFileOfAnotherUserCannotBeRead() throws IOException, InterruptedException {
        Path target = built();
        boolean root = "root".equals(System.getProperty("user.name")); // who may write everywhere
        assumeThat(!root || Files.isExecutable(Path.of("/usr/bin/setpriv"))).isTrue();
        List<String> nobody = root ? List.of("setpriv", "--reuid=65534", "--clear-groups") : List.of();
        Process process = new ProcessBuilder(Stream.concat(
                                nobody.stream(),
                                Stream.of("bash", home.resolve("bkd").toString(), "--version"))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said)
                .isEqualTo("bkd: cannot read " + home.toRealPath().resolve("theirs.jar") + " nor build again in "
                        + target.toRealPath() + "; ask "
                        + Files.getOwner(target).getName()
                        + ", or use a checkout of your own\n");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../bkd", "src/main/bin/bkd"})
    void saysThatJavaIsNotThere(String script) throws IOException, InterruptedException {
        ProcessBuilder line = new ProcessBuilder("bash", script, "--version").redirectErrorStream(true);
        line.environment().put("JAVA_HOME", home.toString());
        Process process = line.start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("bkd: JAVA_HOME must be a folder with bin/java but was " + home + "\n");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
