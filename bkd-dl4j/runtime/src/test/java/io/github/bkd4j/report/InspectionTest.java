package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    private static final Corpus<String> TRAINING = corpus(
            "refund|where is my money",
            "refund|Where  is my MONEY",
            "refund|money back",
            "delivery|parcel",
            "delivery|money back",
            "fire|<script>smoke</script>");

    private static final Corpus<String> TEST =
            corpus("refund|money back", "fire|parcel", "delivery|a parcel that never came", "praise|thanks");

    @TempDir
    Path folder;

    private static Corpus<String> corpus(String... rows) {
        return Corpus.of(Stream.of(rows)
                .map(row -> row.split("\\|", 2))
                .map(row -> new Labeled<>(row[1], row[0]))
                .toList());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static Inspection inspection() {
        return Inspection.of(TRAINING, InspectionTest::words);
    }

    @Test
    void aCorpusByItself() {
        assertThat(inspection().table()).isEqualTo("""
                6 texts, 3 classes, imbalance factor 3.0 (the largest class over the smallest)
                classes by number of texts (many > 100, medium 20-100, few < 20): 0 many, 0 medium, 3 few

                | texts                     |                                    |
                | ------------------------- | ---------------------------------: |
                | duplicate texts           |                          1 (16.7%) |
                | texts with several labels |                                  1 |
                | words a text              | median 2, 95% at most 4, longest 4 |
                | vocabulary                |            9 words, 5 of them once |

                | class    | texts | shots |  third |
                | -------- | ----: | ----: | -----: |
                | refund   |     3 |   few |   head |
                | delivery |     2 |   few | middle |
                | fire     |     1 |   few |   tail |""");
    }

    @Test
    void aTestSetBesideIt() {
        assertThat(inspection().against(TEST).table())
                .containsPattern("test texts +\\| +4 \\|")
                .containsPattern("test texts that are in training +\\| +2 \\(50.0%\\) \\|")
                .containsPattern("of these with another label +\\| +1 \\|")
                .containsPattern("test classes that training lacks +\\| +1 \\|")
                .containsPattern("test words that training knows +\\| +44.4% \\|") // 4 of 9
                .contains(
                        "| class    | texts | shots |  third | test |", "| refund   |     3 |   few |   head |    1 |");
    }

    @Test
    void aCleanCorpusHasNothingToShow() throws IOException {
        Path file = folder.resolve("inspection.html");
        Inspection.of(corpus("a|one", "b|two"), InspectionTest::words).writeHtml(file);

        assertThat(file).content().doesNotContain("several labels</h2>", "has seen</h2>");
    }

    @Test
    void thePageShowsExamplesAsWords() throws IOException {
        Path file = folder.resolve("inspection.html");
        inspection()
                .against(corpus("fire|parcel", "fire|<SCRIPT>smoke</SCRIPT>"))
                .writeHtml(file);

        assertThat(Files.readString(file))
                .contains("<h2>Texts with several labels</h2>", "<h2>Test texts that training has seen</h2>")
                .contains("another", "the same", "&lt;SCRIPT&gt;smoke&lt;/<wbr>SCRIPT&gt;")
                .doesNotContain("<script", "<SCRIPT", "http:");
    }

    @Test
    void anEmptyCorpusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Inspection.of(TRAINING.rows(new int[0]), InspectionTest::words))
                .withMessage("corpus must have at least one text but had none");
    }
}
