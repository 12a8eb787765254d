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
            "refund|where  is my money",
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
                | words per text            | median 2, 95% at most 4, longest 4 |
                | vocabulary                |            7 words, 2 of them once |

                training texts with several labels: 1, such as 'money back', which is 'delivery', 'refund'

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
                .containsPattern("test texts with the words of one in training +\\| +0 \\(0.0%\\) \\|")
                .containsPattern("test classes that training lacks +\\| +1 \\|")
                .containsPattern("training classes without a test text +\\| +0 \\|")
                .containsPattern("test words that training knows +\\| +44.4% \\|") // 4 of 9
                .contains("""
                        test labels that training lacks: 'praise'
                        test texts that are in training too: 2 of 4, with another label: 1, with the same words: 0 \
                        more; such as 'money back'
                        """)
                .contains(
                        "| class    | texts | shots |  third | test |", "| refund   |     3 |   few |   head |    1 |");
    }

    @Test
    void aCleanCorpusHasNothingToShow() throws IOException {
        Path file = folder.resolve("inspection.html");
        Inspection.of(corpus("a|one", "b|two"), InspectionTest::words).writeHtml(file);

        assertThat(file)
                .content()
                .doesNotContain(
                        "look alike</h2>", "several labels</h2>", "has seen</h2>", "in training</h2>", "lacks</h2>");
    }

    @Test
    void thePageShowsExamplesAsWords() throws IOException {
        Path file = folder.resolve("inspection.html");
        inspection()
                .against(corpus("fire|parcel", "fire|<SCRIPT>smoke</SCRIPT>", "refund|back, money", "praise|thanks"))
                .writeHtml(file);

        assertThat(Files.readString(file))
                .contains(
                        "<h2>Texts with several labels</h2>",
                        "<h2>Test texts that training has seen</h2>",
                        "<h2>Test texts with the words of one in training</h2>",
                        "back, money",
                        "<h2>Test classes that training lacks</h2>",
                        "praise")
                .doesNotContain("look alike")
                .contains("another", "the same", "&lt;SCRIPT&gt;smoke&lt;/<wbr>SCRIPT&gt;")
                .doesNotContain("<script", "<SCRIPT", "http:");
    }

    @Test
    void labelsThatLookAlikeAreShownWithTheirTexts() throws IOException {
        Path file = folder.resolve("inspection.html");
        Inspection inspection = Inspection.of(corpus("Log in|one", "log-in|two", "b|three"), InspectionTest::words);
        inspection.writeHtml(file);

        assertThat(inspection.warnings())
                .containsExactly("labels that differ only in case, white space or dashes are classes of their own:"
                        + " 'Log in' (texts: 1) and 'log-in' (texts: 1)");
        assertThat(Files.readString(file)).contains("<h2>Labels that look alike</h2>");
    }

    @Test
    void aCorpusOfOneClassIsWarnedOf() {
        Inspection inspection = Inspection.of(corpus("a|one"), InspectionTest::words);

        assertThat(inspection.table()).startsWith("1 text, 1 class, imbalance factor 1.0");
        assertThat(inspection.warnings())
                .containsExactly("there is nothing to learn from one class alone; is it the right column?");
    }

    @Test
    void aLabelOfThreeHundredCharactersIsCutInTheTable() {
        String label = "x".repeat(300);

        assertThat(Inspection.of(corpus("a|one", label + "|two"), InspectionTest::words)
                        .table()
                        .lines())
                .contains("| " + "x".repeat(59) + "… |     1 |   few | middle |")
                .allMatch(line -> line.length() < 100);
    }

    /** Marks, joined emoji and letters that run from the right stay as they were written. */
    @Test
    void textsOfEveryScriptReachThePage() throws IOException {
        Path file = folder.resolve("inspection.html");
        List<String> texts = List.of("שלום עולם", "हिन्दी में", "ที่นี่", "東京タワー", "👩‍👩‍👧‍👦 🇫🇷 ❤️", "cafe\u0301");
        Inspection.of(
                        Corpus.of(texts.stream()
                                .flatMap(text -> Stream.of(new Labeled<>(text, "a"), new Labeled<>(text, "b")))
                                .toList()),
                        InspectionTest::words)
                .writeHtml(file);

        assertThat(Files.readString(file)).contains(texts);
    }

    @Test
    void anEmptyCorpusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Inspection.of(TRAINING.rows(new int[0]), InspectionTest::words))
                .withMessage("corpus must have at least one text but had none");
    }
}
