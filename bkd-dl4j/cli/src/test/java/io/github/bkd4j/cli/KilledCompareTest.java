package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison that is ended without warning, wherever it is. */
@Tag("slow")
class KilledCompareTest {

    @TempDir
    Path folder;

    private Object[] compare(String name) {
        return new Object[] {
            "compare",
            "--train",
            Tickets.training(folder),
            "--test",
            Tickets.test(folder),
            "--teacher",
            "bag",
            "--losses",
            "ce,bkd,bkd-plain",
            "--seeds",
            4,
            "--epochs",
            3,
            "--batch-size",
            8,
            "--cache",
            folder.resolve(name),
            "--json",
            folder.resolve(name + ".json")
        };
    }

    /** Each finished run, by the name of its file: what is known of it, the seconds that it took included. */
    private Map<String, String> finished() throws IOException {
        Path runs = folder.resolve("broken/runs");
        Map<String, String> finished = new TreeMap<>();
        if (Files.exists(runs)) {
            try (Stream<Path> files = Files.list(runs)) {
                for (Path file : files.filter(path -> path.toString().matches(".*/[0-9a-f]{64}\\.json"))
                        .toList()) {
                    finished.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return finished;
    }

    /** The figures without times, which differ. */
    private JsonNode figures(String name) throws IOException {
        JsonNode rows =
                new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
        rows.forEach(row -> ((ObjectNode) row).remove("trainSeconds"));
        return rows;
    }

    @Test
    void losesNoFinishedRunAndEndsWithTheSameFigures() throws IOException, InterruptedException {
        Run.of(compare("unbroken")).done();
        Random random = new Random(1);
        Map<String, String> before = Map.of();
        int kills = 0;
        while (Files.notExists(folder.resolve("broken.json"))) {
            Process process = Run.process(compare("broken"));
            BufferedReader err = process.errorReader();
            for (int lines = 2 + random.nextInt(14 + kills); lines > 0 && err.readLine() != null; lines--) {
                // an epoch each, and what is said before the first
            }
            Thread.sleep(random.nextInt(40)); // also while a run is being written
            kills += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
            assertThat(finished()).containsAllEntriesOf(before);
            before = finished();
        }
        System.out.println("kills survived: " + kills);
        assertThat(kills).isGreaterThan(3);
        assertThat(before).hasSize(12 + 4); // teacher and student of two folds decide about transfer texts
        assertThat(figures("broken")).isEqualTo(figures("unbroken"));
    }
}
