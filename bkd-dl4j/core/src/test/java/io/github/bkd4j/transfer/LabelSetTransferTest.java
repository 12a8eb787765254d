package io.github.bkd4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabeled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transfer texts of texts with sets of labels. */
class LabelSetTransferTest {

    private static final MultiLabelCorpus<String> CORPUS = MultiLabelCorpus.of(List.of(
            new MultiLabeled<>("a1 a2 a3", List.of("a")),
            new MultiLabeled<>("b1 b2 b3", List.of("b")),
            new MultiLabeled<>("ab1 ab2 ab3", List.of("a", "b")),
            new MultiLabeled<>("none1 none2", List.of())));

    /** The labels share no word, so that a partner is one that shares a label. */
    @Test
    void partsOfTextsThatShareALabelAreJoined() {
        List<String> made =
                TransferTexts.ofLabelSets(CORPUS, WordNeighbours.none(), 1).take(60);

        assertThat(made)
                .hasSizeGreaterThan(10)
                .noneMatch(text -> text.contains("none"))
                .anyMatch(text -> text.matches("a1.*ab\\d.*"))
                .anyMatch(text -> text.matches("b1.*ab\\d.*"));
    }

    @Test
    void theSameSeedMakesTheSameTexts() {
        assertThat(TransferTexts.ofLabelSets(CORPUS, WordNeighbours.none(), 7).take(10))
                .isEqualTo(TransferTexts.ofLabelSets(CORPUS, WordNeighbours.none(), 7)
                        .take(10));
    }
}
