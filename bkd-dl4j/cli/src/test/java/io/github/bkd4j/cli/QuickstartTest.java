package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class QuickstartTest {

    @TempDir
    private Path folder;

    @Test
    void balancedDistillationHelpsTheTail() throws IOException {
        Path json = folder.resolve("runs.json");
        Run run = Run.of("quickstart", "--out", folder, "--json", json).done();
        JsonNode rows = new ObjectMapper().readTree(json.toFile());

        assertThat(rows.findValuesAsText("system"))
                .hasSize(17)
                .containsOnly("teacher", "teacher-la", "ce", "ce+pla", "logit-adjusted", "kd", "bkd");
        assertThat(mean(rows, "bkd", "balancedAccuracy")).isGreaterThan(mean(rows, "kd", "balancedAccuracy"));
        assertThat(mean(rows, "bkd", "tail")).isGreaterThan(mean(rows, "kd", "tail"));
        assertThat(run.out())
                .contains("\n| teacher ", "\n| ce+pla ", "\n| bkd ", "| bkd against ")
                .contains("  a small boat moved by oars", "classify " + folder.resolve("student.bkd"));
        assertThat(folder).isDirectoryContaining("glob:**/report.md").isDirectoryContaining("glob:**/student.bkd");
    }

    private static double mean(JsonNode rows, String system, String figure) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.get("system").asText().equals(system))
                .mapToDouble(row -> row.get(figure).asDouble())
                .average()
                .orElseThrow();
    }
}
