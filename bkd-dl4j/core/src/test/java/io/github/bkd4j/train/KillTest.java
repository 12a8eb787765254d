package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed (SIGKILL, where there is such a thing) at random moments, half of them while they write.
 */
@Tag("slow")
class KillTest {

    private static final int KILLS = 20;

    @TempDir
    Path folder;

    private Process start(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        folder.resolve(name + ".checkpoint").toString(),
                        folder.resolve(name + ".result").toString())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private void toTheEnd(String name) throws IOException, InterruptedException {
        Process process = start(name);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isZero();
    }

    @Test
    void whatIsKilledEndsAsIfItHadNotBeen() throws IOException, InterruptedException {
        toTheEnd("unbroken");
        Random random = new Random(1);
        int killed = 0;
        while (killed < KILLS && Files.notExists(folder.resolve("broken.result"))) {
            Process process = start("broken");
            untilItHasTrained(process, 1 + random.nextInt(4));
            Thread.sleep(random.nextInt(100));
            process.destroyForcibly().waitFor();
            killed++;
        }
        toTheEnd("broken");
        System.out.println("kills survived: " + killed + ", while it wrote: " + halfWritten());
        assertThat(killed).isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(folder.resolve("broken.result")).hasSameBinaryContentAs(folder.resolve("unbroken.result"));
    }

    private static void untilItHasTrained(Process process, int epochs) throws IOException {
        BufferedReader out = process.inputReader();
        for (int epoch = 0; epoch < epochs; ) {
            String line = out.readLine();
            epoch = line == null ? epochs : "epoch".equals(line) ? epoch + 1 : epoch;
        }
    }

    private long halfWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).count();
        }
    }
}
