package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.ToyCorpus;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 5", "4, 7", "5, 10"})
    void everyInstanceLiesInOneFoldAndEveryClassIsSpreadEvenly(long seed, int folds) {
        Corpus<String> corpus = ToyCorpus.of(seed, 40, 17, 6, 3, 2, 1, 1);
        Folds<String> dealt = Folds.deal(corpus, folds, seed);

        int[] sizes = new int[folds];
        int[][] ofClass = new int[corpus.labels().size()][folds];
        int[] seen = new int[corpus.size()];
        for (int fold = 0; fold < folds; fold++) {
            for (int row : dealt.rows(fold)) {
                sizes[fold]++;
                ofClass[corpus.classOf(row)][fold]++;
                seen[row]++;
            }
        }

        assertThat(seen).containsOnly(1);
        assertEven(sizes);
        Arrays.stream(ofClass).forEach(FoldsTest::assertEven);
    }

    private static void assertEven(int[] sizes) {
        assertThat(Arrays.stream(sizes).max().orElseThrow()
                        - Arrays.stream(sizes).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void outsideAreAllOthersInOrder() {
        Corpus<String> corpus = ToyCorpus.of(1, 5, 4);
        Folds<String> dealt = Folds.deal(corpus, 3, 7);

        for (int fold = 0; fold < 3; fold++) {
            int[] rows = dealt.rows(fold);
            assertThat(rows).isSorted().hasSize(3);
            assertThat(dealt.inside(fold)).isEqualTo(corpus.rows(rows));
            assertThat(dealt.outside(fold).instances())
                    .containsExactlyElementsOf(IntStream.range(0, corpus.size())
                            .filter(row -> Arrays.binarySearch(rows, row) < 0)
                            .mapToObj(corpus.instances()::get)
                            .toList());
        }
    }

    /** It cannot be learnt while its only instance is kept aside. */
    @Test
    void aClassThatLiesInTheFoldAloneIsNoneOutside() {
        Corpus<String> corpus = ToyCorpus.of(1, 5, 1);
        Folds<String> dealt = Folds.deal(corpus, 3, 7);

        for (int fold = 0; fold < 3; fold++) {
            boolean all = dealt.inside(fold).counts().count(1) == 0;
            assertThat(dealt.inside(fold).labels()).isEqualTo(corpus.labels());
            assertThat(dealt.outside(fold).labels())
                    .isEqualTo(all ? corpus.labels() : corpus.labels().subList(0, 1));
        }
    }

    @Test
    void tooManyFoldsAreRefused() {
        Corpus<String> corpus = ToyCorpus.of(1, 2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.deal(corpus, 4, 7))
                .withMessage("folds must be >= 2 and at most the training instances, 3, but were 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Folds.deal(corpus, 1, 7))
                .withMessage("folds must be >= 2 and at most the training instances, 3, but were 1");
    }

    @Test
    void theSeedDecides() {
        Corpus<String> corpus = ToyCorpus.of(1, 40, 20);

        assertThat(Folds.deal(corpus, 5, 7).rows(0))
                .isEqualTo(Folds.deal(corpus, 5, 7).rows(0))
                .isNotEqualTo(Folds.deal(corpus, 5, 8).rows(0));
    }
}
