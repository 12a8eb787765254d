package io.github.bkd4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** README.md is short, and its figures are those of docs/results.md. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path RESULTS = Path.of("..", "docs", "results.md");
    private static final String QUICKSTART = "WordNet";
    private static final String BALANCED = "balanced accuracy (95%)";

    @Test
    void itHasFewerThan120Lines() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(120);
    }

    @Test
    void balancedAccuraciesAreThoseOfTheResults() throws IOException {
        Map<String, String> results = cells(Files.readAllLines(RESULTS));
        List<String> checked = new ArrayList<>();
        List<String> head = List.of();
        for (String line : Files.readAllLines(README)) {
            List<String> row = row(line);
            if (line.startsWith("| balanced accuracy |")) {
                head = row;
            } else if (row.isEmpty()) {
                head = List.of();
            }
            for (int c = 1; c < head.size() && row.get(0).contains("`"); c++) {
                String system = row.get(0).split("`", -1)[1];
                String cell = row.get(c).replace("*", "");
                assertThat(cell).as(line).isEqualTo(results.get(key(head.get(c), system, BALANCED)));
                checked.add(cell);
            }
        }
        assertThat(checked).hasSizeGreaterThan(8);
    }

    @Test
    void theTableOfTheQuickstartIsThatOfTheResults() throws IOException {
        Map<String, String> results = cells(Files.readAllLines(RESULTS));
        Map<String, String> readme = cells(Files.readAllLines(README));
        assertThat(readme).hasSizeGreaterThan(15);
        readme.forEach((key, cell) -> {
            String section = key.substring(0, key.indexOf('/'));
            assertThat(cell).as(key).isEqualTo(results.get(QUICKSTART + key.substring(section.length())));
        });
    }

    @Test
    void everyShareInItsTextIsInTheResults() throws IOException {
        String results = Files.readString(RESULTS);
        assertThat(Pattern.compile("\\b0\\.\\d{3}\\b")
                        .matcher(Files.readString(README))
                        .results())
                .isNotEmpty()
                .allSatisfy(share -> assertThat(results).contains(share.group()));
    }

    /** The cells of the tables of systems, the first of a section's, by section, system and column. */
    private static Map<String, String> cells(List<String> lines) {
        Map<String, String> cells = new LinkedHashMap<>();
        String section = "";
        List<String> head = List.of();
        for (String line : lines) {
            section = line.startsWith("## ") ? line.substring(3) : section;
            List<String> row = row(line);
            head = line.startsWith("| system |") ? row : row.isEmpty() ? List.of() : head;
            for (int c = 1; c < Math.min(head.size(), row.size()); c++) {
                if (!row.equals(head) && !row.get(c).startsWith("--")) {
                    cells.putIfAbsent(key(section, row.get(0), head.get(c)), row.get(c));
                }
            }
        }
        return cells;
    }

    private static String key(String section, String system, String column) {
        return section + "/" + system + "/" + column;
    }

    /** The cells of a line of a table; none if it is another line. */
    private static List<String> row(String line) {
        return line.startsWith("| ")
                ? Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList()
                : line.startsWith("|--") ? List.of("---") : List.of();
    }
}
