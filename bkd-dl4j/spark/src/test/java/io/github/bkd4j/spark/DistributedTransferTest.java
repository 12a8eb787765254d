package io.github.bkd4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.transfer.TransferTexts;
import io.github.bkd4j.transfer.WordNeighbours;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistributedTransferTest {

    private static final List<String> TEXTS = ToyClassifier.texts(100, 3);
    private static final TransferTexts SOURCE = TransferTexts.of(
            Corpus.of(TEXTS.stream()
                    .map(text -> new Labeled<>(text, text.length() > 20 ? "long" : "short"))
                    .toList()),
            WordNeighbours.none(),
            7);

    private static List<String> take(long seed) {
        return DistributedTransfer.take(Sessions.SPARK, SOURCE, 200, 2, seed).collectAsList();
    }

    @Test
    void textsAreNewAndDistinctAndTheSameEachTime() {
        List<String> made = take(1);
        assertThat(made).hasSizeBetween(150, 200).doesNotHaveDuplicates().doesNotContainAnyElementsOf(TEXTS);
        assertThat(take(1)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void eachPartitionMakesItsOwn() {
        Set<String> alone = new HashSet<>(
                DistributedTransfer.take(Sessions.SPARK, SOURCE, 100, 1, 1).collectAsList());
        assertThat(take(1)).containsAll(alone).hasSizeGreaterThan(alone.size() + 50);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> DistributedTransfer.take(Sessions.SPARK, SOURCE, -1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count must be >= 0 but was -1");
        assertThatThrownBy(() -> DistributedTransfer.take(Sessions.SPARK, SOURCE, 1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("partitions must be >= 1 but was 0");
    }
}
