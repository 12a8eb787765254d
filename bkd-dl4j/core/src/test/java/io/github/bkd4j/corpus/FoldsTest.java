package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 5", "4, 7", "5, 10"})
    void everyInstanceLiesInOneFoldAndEveryClassIsSpreadEvenly(long seed, int folds) {
        Corpus<String> corpus = Toy.corpus(seed, 40, 17, 6, 3, 2, 1, 1);
        Folds dealt = Folds.deal(corpus, folds, seed);

        int[] sizes = new int[folds];
        int[][] ofClass = new int[corpus.labels().size()][folds];
        int[] seen = new int[corpus.size()];
        for (int fold = 0; fold < folds; fold++) {
            for (int row : dealt.inside(fold)) {
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
        Corpus<String> corpus = Toy.corpus(1, 5, 4);
        Folds dealt = Folds.deal(corpus, 3, 7);

        for (int fold = 0; fold < 3; fold++) {
            int[] both = IntStream.concat(Arrays.stream(dealt.inside(fold)), Arrays.stream(dealt.outside(fold)))
                    .sorted()
                    .toArray();
            assertThat(both).isEqualTo(IntStream.range(0, corpus.size()).toArray());
            assertThat(dealt.inside(fold)).isSorted().hasSize(3);
            assertThat(dealt.outside(fold)).isSorted();
        }
    }

    @Test
    void theSeedDecides() {
        Corpus<String> corpus = Toy.corpus(1, 40, 20);

        assertThat(Folds.deal(corpus, 5, 7).inside(0))
                .isEqualTo(Folds.deal(corpus, 5, 7).inside(0))
                .isNotEqualTo(Folds.deal(corpus, 5, 8).inside(0));
    }
}
