package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiLabelSplitTest {

    private static final int SIZE = 400;
    private static final int LABELS = 12;

    /** A long tail of labels, each independent of the others, and some texts without any. */
    private static MultiLabelCorpus<String> corpus(long seed) {
        Random random = new Random(seed);
        List<MultiLabeled<String>> rows = new ArrayList<>();
        for (int row = 0; row < SIZE; row++) {
            rows.add(MultiLabeled.of(
                    "text " + row,
                    IntStream.range(0, LABELS)
                            .filter(label -> random.nextDouble() < Math.pow(0.6, label + 1))
                            .mapToObj(label -> "label " + (char) ('a' + label))
                            .toList()));
        }
        return MultiLabelCorpus.of(rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsAreDisjointAndHaveTheirShareOfEachLabel(long seed) {
        MultiLabelCorpus<String> corpus = corpus(seed);
        MultiLabelSplits<String> splits = corpus.split(0.6, 0, 0.4, seed);

        assertThat(splits.validation().size()).isZero();
        assertThat(IntStream.concat(rows(splits.train()), rows(splits.test())))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SIZE).boxed().toList());
        assertThat(rows(splits.train()).toArray()).isSorted();
        assertThat((double) splits.train().size()).isCloseTo(0.6 * SIZE, within(8.0));
        for (int label = 0; label < corpus.labels().size(); label++) {
            assertThat((double) splits.train().counts().count(label))
                    .isCloseTo(0.6 * corpus.counts().count(label), within(3.0));
        }
    }

    private static IntStream rows(MultiLabelCorpus<String> part) {
        return part.instances().stream().mapToInt(text -> Integer.parseInt(text.substring(5)));
    }

    /** Labels that every fold can have are shared at least twice as evenly as by a random deal. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void foldsShareEachLabelBetterThanByChance(long seed) {
        MultiLabelCorpus<String> corpus = corpus(seed);
        MultiLabelFolds<String> folds = MultiLabelFolds.deal(corpus, 5, seed);
        int[][] dealt = IntStream.range(0, 5).mapToObj(folds::rows).toArray(int[][]::new);
        int[][] byChance = new int[5][];
        List<Integer> rows = new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        for (int fold = 0; fold < 5; fold++) {
            byChance[fold] = rows.subList(80 * fold, 80 * fold + 80).stream()
                    .mapToInt(row -> row)
                    .toArray();
        }

        assertThat(Arrays.stream(dealt).flatMapToInt(Arrays::stream).sorted())
                .containsExactlyElementsOf(IntStream.range(0, SIZE).boxed().toList());
        assertThat(spread(corpus, dealt)).isLessThan(spread(corpus, byChance) / 2);
        for (int fold = 0; fold < 5; fold++) {
            assertThat(folds.inside(fold)).isEqualTo(corpus.rows(dealt[fold]));
            assertThat(folds.inside(fold).size() + folds.outside(fold).size()).isEqualTo(SIZE);
            assertThat(folds.outside(fold).labels()).isEqualTo(corpus.labels());
        }
    }

    /** Mean distance from equal shares, as a share of them, over the labels with a text for each fold. */
    private static double spread(MultiLabelCorpus<String> corpus, int[][] folds) {
        return IntStream.range(0, corpus.labels().size())
                .filter(label -> corpus.counts().count(label) >= folds.length)
                .mapToDouble(label -> spread(corpus, folds, label))
                .average()
                .orElseThrow();
    }

    private static double spread(MultiLabelCorpus<String> corpus, int[][] folds, int label) {
        double even = corpus.counts().count(label) / (double) folds.length;
        return Arrays.stream(folds)
                .mapToDouble(fold -> Math.abs(corpus.rows(fold).counts().count(label) - even) / even)
                .sum();
    }

    /** Worked by hand: the rare label first, then what each part still lacks. */
    @Test
    void theRarestLabelIsDealtFirst() {
        MultiLabelCorpus<String> corpus =
                MultiLabelCorpusTest.corpus("a,b:1", "a:2", "a,b:3", "a:4", "a:5", "a:6", ":7", ":8");
        MultiLabelFolds<String> folds = MultiLabelFolds.deal(corpus, 2, 1);

        assertThat(folds.inside(0).counts().counts()).containsExactly(3L, 1L);
        assertThat(folds.inside(1).counts().counts()).containsExactly(3L, 1L);
        assertThat(folds.rows(0)).hasSize(4);
    }

    @Test
    void theSeedDecides() {
        MultiLabelCorpus<String> corpus = corpus(1);
        assertThat(corpus.split(0.8, 0.1, 0.1, 7))
                .isEqualTo(corpus.split(0.8, 0.1, 0.1, 7))
                .isNotEqualTo(corpus.split(0.8, 0.1, 0.1, 8));
    }

    @Test
    void refusesSharesAndFoldsOutOfRange() {
        MultiLabelCorpus<String> corpus = MultiLabelCorpusTest.corpus("a:1", "b:2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> corpus.split(0.5, 0, 0.4, 1))
                .withMessage("train, validation and test shares must sum to 1 but summed to 0.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelFolds.deal(corpus, 3, 1))
                .withMessage("folds must be >= 2 and at most the training instances, 2, but were 3");
    }
}
