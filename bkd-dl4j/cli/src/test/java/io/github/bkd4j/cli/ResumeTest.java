package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {

    @TempDir
    Path folder;

    private Object[] distill(Path out, Object... options) {
        Object[] bag = {"--batch-size", 8, "--teacher", "bag", "--cache", "none"};
        return new Object[] {"distill", "--train", Tickets.training(folder), "--out", out, bag, options};
    }

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "left behind");
    }

    private List<String> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("checkpoint"))
                    .toList();
        }
    }

    @Test
    void whatAnEarlierRunLeftIsReplacedAndNothingIsLeftInTheEnd() throws IOException {
        write("m.bkd.teacher.checkpoint");
        write(".m.bkd.student.checkpoint.7f.tmp");
        Path out = folder.resolve("m.bkd");
        Run run = Run.of(distill(out, "--epochs", 3)).done();
        assertThat(run.err())
                .contains("starting over; --resume continues the earlier run for " + out + System.lineSeparator());
        assertThat(checkpoints()).isEmpty();
        assertThat(Run.of(distill(out, "--epochs", 3, "--resume")).done().err()).doesNotContain("starting over");
    }

    @Test
    void whatIsNoCheckpointIsRefused() throws IOException {
        Path file = write("m.bkd.teacher-la.checkpoint");
        Run run = Run.of(distill(folder.resolve("m.bkd"), "--resume"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).endsWith("bkd: " + file + ": not a bkd checkpoint" + System.lineSeparator());
        assertThat(file).hasContent("left behind");
    }

    /** Killed again and again after some of its lines, teacher and student end as they would have. */
    @Test
    @Tag("slow")
    void aCommandThatIsKilledEndsAsIfItHadNotBeen() throws IOException, InterruptedException {
        Path unbroken = folder.resolve("unbroken.bkd");
        Path broken = folder.resolve("broken.bkd");
        Run.of(distill(unbroken, "--epochs", 15)).done();
        Random random = new Random(1);
        int kills = 0;
        while (Files.notExists(broken)) {
            Process process = Run.process(distill(broken, "--epochs", 15, "--resume"));
            BufferedReader err = process.errorReader();
            for (int lines = 4 + random.nextInt(20); lines > 0 && err.readLine() != null; lines--) {
                // an epoch each, and what is said before the first
            }
            process.destroyForcibly().waitFor();
            kills++;
        }
        System.out.println("kills survived: " + kills);
        assertThat(kills).isGreaterThan(3);
        assertThat(broken).hasSameBinaryContentAs(unbroken);
    }
}
