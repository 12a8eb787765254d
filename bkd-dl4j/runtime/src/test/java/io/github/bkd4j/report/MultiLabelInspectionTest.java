package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import io.github.bkd4j.text.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultiLabelInspectionTest {

    private final MultiLabelCorpus<String> training =
            corpus("all,grain:wheat rose", "all,grain,corn:wheat and corn", "all:nothing", "all:nothing");

    /** Rows written as {@code label,label:text}. */
    static MultiLabelCorpus<String> corpus(String... rows) {
        return MultiLabelCorpus.of(Stream.of(rows)
                .map(row -> row.split(":"))
                .map(parts -> MultiLabeled.of(
                        parts[1],
                        Stream.of(parts[0].split(","))
                                .filter(label -> !label.isEmpty())
                                .toList()))
                .toList());
    }

    private static MultiLabelInspection inspect(MultiLabelCorpus<String> corpus) {
        return MultiLabelInspection.of(corpus, Tokenizer.standard().words());
    }

    @Test
    void everythingInLines() {
        assertThat(inspect(training).table())
                .startsWith("""
                        4 texts, 3 labels, 1.75 labels per text, imbalance factor 4.0 (the most common label over the rarest)
                        labels by number of texts (many > 100, medium 20-100, few < 20): 0 many, 0 medium, 3 few
                        """)
                .containsPattern("\\| without a label +\\| +0 \\(0.0%\\) \\|")
                .containsPattern("\\| with one label +\\| +2 \\(50.0%\\) \\|")
                .containsPattern("\\| most labels of a text +\\| +3 \\|")
                .containsPattern("\\| different label sets +\\| +3 \\|")
                .containsPattern("\\(density\\) +\\| +0.583 \\|")
                .containsPattern("\\(MeanIR\\) +\\| +2.333 \\|")
                .containsPattern("\\(CVIR\\) +\\| +0.655 \\|")
                .containsPattern("\\| duplicate texts +\\| +1 \\(25.0%\\) \\|")
                .contains("""
                        | label |   and | texts | of those of the rarer |
                        | ----- | ----: | ----: | --------------------: |
                        | all   | grain |     2 |                 1.000 |
                        | all   |  corn |     1 |                 1.000 |
                        | corn  | grain |     1 |                 1.000 |
                        """)
                .contains("""
                        | label | texts | alone | imbalance ratio | shots |  third |
                        | ----- | ----: | ----: | --------------: | ----: | -----: |
                        | all   |     4 |     2 |             1.0 |   few |   head |
                        | grain |     2 |     0 |             2.0 |   few | middle |
                        | corn  |     1 |     0 |             4.0 |   few |   tail |""");
    }

    @Test
    void labelsThatTeachNothingAreNamed() {
        assertThat(inspect(training).warnings()).containsExactly("labels that every training text has: 'all'");
        assertThat(inspect(training.rows(new int[] {0, 2})).warnings())
                .containsExactly(
                        "labels that no training text has: 'corn'", "labels that every training text has: 'all'");
        assertThat(inspect(training)
                        .against(corpus("wood:a tree", "grain:wheat rose"))
                        .warnings())
                .containsExactly(
                        "labels that every training text has: 'all'",
                        "test labels that training lacks: 'wood'",
                        "training labels without a test text: 'all', 'corn'");
    }

    @Test
    void theTestSetIsComparedWithTraining() {
        assertThat(inspect(training)
                        .against(corpus("grain:wheat rose", "corn:wood"))
                        .table())
                .containsPattern("\\| test texts that are in training +\\| +1 \\(50.0%\\) \\|")
                .containsPattern("\\| of these with other labels +\\| +1 \\|")
                .contains("| corn  |     1 |     0 |             4.0 |   few |   tail |    1 |");
    }

    /** Imbalance ratios 1, 2 and 4: means of the sets {1, 2}, {1, 2, 4}, {1} and {1}. */
    @Test
    void concurrenceWorkedByHand() {
        double two = 1 - Math.sqrt(2) / 1.5;
        double three = 1 - 2 / (7 / 3.0);
        assertThat(new LabelImbalance(training).concurrence()).isCloseTo((two + three) / 4, within(1e-12));
    }

    @Test
    void thePageHasWarningsAndTables(@TempDir Path folder) throws IOException {
        inspect(training).writeHtml(folder.resolve("inspection.html"));
        assertThat(Files.readString(folder.resolve("inspection.html")))
                .contains("labels that every training text has", "Labels that occur together", "Every label", "grain")
                .doesNotContain("<script");
    }
}
