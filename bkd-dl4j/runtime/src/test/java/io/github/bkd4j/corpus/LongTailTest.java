package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongTailTest {

    private static final Condition<Integer> IN_TAIL = new Condition<>(size -> size == 10, "in the tail");

    private static List<Integer> sizes(LongTail profile, int classes, double largest) {
        return IntStream.range(0, classes)
                .mapToObj(rank -> profile.size(rank, classes, largest))
                .toList();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/corpus/long-tail-profiles.csv", useHeadersInDisplayName = true)
    void agreesWithThePublishedScript(String type, int instances, int classes, double imbFactor, String counts) {
        LongTail profile = type.equals("exp") ? LongTail.exponential(1 / imbFactor) : LongTail.step(1 / imbFactor);
        List<Integer> published =
                Arrays.stream(counts.split(" ", -1)).map(Integer::valueOf).toList();
        assertThat(sizes(profile, classes, (double) instances / classes)).isEqualTo(published);
    }

    @Test
    void cutsCifar10AsPublished() {
        Corpus<Integer> cifar =
                SplitsTest.corpus(1, IntStream.generate(() -> 5000).limit(10).toArray());
        assertThat(cifar.cut(LongTail.exponential(100), 7).counts().counts())
                .containsExactly(5000L, 2997L, 1796L, 1077L, 645L, 387L, 232L, 139L, 83L, 50L);
        assertThat(cifar.cut(LongTail.step(100), 7).counts().counts())
                .containsExactly(5000L, 5000L, 5000L, 5000L, 5000L, 50L, 50L, 50L, 50L, 50L);
    }

    @Test
    void stepCoversAnOddNumberOfClasses() {
        assertThat(sizes(LongTail.step(10), 7, 100)).containsExactly(100, 100, 100, 10, 10, 10, 10);
        assertThat(sizes(new LongTail.Step(10, 0.29), 100, 100)).areExactly(29, IN_TAIL);
    }

    @Test
    void stepHasAHeadAndATail() {
        assertThat(sizes(new LongTail.Step(10, 0.01), 3, 100)).containsExactly(100, 100, 10);
        assertThat(sizes(new LongTail.Step(10, 0.99), 3, 100)).containsExactly(100, 10, 10);
        assertThat(sizes(LongTail.step(10), 1, 100)).containsExactly(100);
    }

    @Test
    void noClassIsLost() {
        assertThat(sizes(LongTail.exponential(1000), 3, 10)).containsExactly(10, 1, 1);
        assertThat(sizes(LongTail.step(1000), 2, 10)).containsExactly(10, 1);
        assertThat(sizes(LongTail.exponential(1000), 1, 10)).containsExactly(10);
    }

    @Test
    void exponentialFromAGivenSizeKeepsWhatAClassHas() {
        Corpus<Integer> whole = SplitsTest.corpus(1, 50, 8, 300);
        assertThat(whole.cut(LongTail.exponential(100, 100), 7).counts().counts())
                .containsExactly(10L, 1L, 100L);
        assertThat(whole.cut(LongTail.exponential(1000, 10), 7).counts().counts())
                .containsExactly(50L, 8L, 300L);
    }

    @Test
    void ranksEqualClassesByNameAndThoseWithoutAnInstanceNot() {
        Corpus<Integer> whole = SplitsTest.corpus(1, 90, 90, 90, 3);
        int[][] rows = whole.rowsByClass();
        Corpus<Integer> part = whole.rows(
                Stream.of(rows[0], rows[1], rows[2]).flatMapToInt(IntStream::of).toArray());
        assertThat(part.cut(LongTail.exponential(9), 7).counts().counts()).containsExactly(90L, 30L, 10L, 0L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void keepsOrderAndLabelsAndDependsOnTheSeedAlone(long seed) {
        Corpus<Integer> whole = SplitsTest.corpus(seed, 40, 40, 40);
        Corpus<Integer> cut = whole.cut(LongTail.exponential(10), seed);
        assertThat(cut).isEqualTo(whole.cut(LongTail.exponential(10), seed));
        assertThat(cut).isNotEqualTo(whole.cut(LongTail.exponential(10), seed + 1));
        assertThat(cut.instances()).isSorted().doesNotHaveDuplicates();
        assertThat(cut.labels()).isEqualTo(whole.labels());
        assertThat(whole.instances()).containsAll(cut.instances());
    }

    @Test
    void leavesAnEmptyPartEmpty() {
        Corpus<Integer> empty = SplitsTest.corpus(1, 3).rows(new int[0]);
        assertThat(empty.cut(LongTail.step(10), 7)).isEqualTo(empty);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAnImbalanceFactorOutOfRange(double factor) {
        for (Runnable profile : List.<Runnable>of(
                () -> LongTail.exponential(factor),
                () -> LongTail.exponential(100, factor),
                () -> LongTail.step(factor))) {
            assertThatThrownBy(profile::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("imbalance factor must be finite and >= 1 but was " + factor);
        }
    }

    @Test
    void refusesALargestOutOfRange() {
        assertThatThrownBy(() -> LongTail.exponential(0, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("largest must be >= 1 but was 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
    void refusesATailShareOutOfRange(double share) {
        assertThatThrownBy(() -> new LongTail.Step(10, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tail share must be > 0 and < 1 but was " + share);
    }
}
