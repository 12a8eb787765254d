package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {

    /** Classes a, b, ... of these sizes, the instances numbered and in random order. */
    static Corpus<Integer> corpus(long seed, int... sizes) {
        List<String> labels = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            labels.addAll(Collections.nCopies(sizes[c], String.valueOf((char) ('a' + c))));
        }
        Collections.shuffle(labels, new Random(seed));
        return Corpus.of(IntStream.range(0, labels.size())
                .mapToObj(i -> new Labeled<>(i, labels.get(i)))
                .toList());
    }

    private static int[] randomSizes(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .map(c -> 1 + random.nextInt(60))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 8, 1, 1",
        "20, 16, 2, 2",
        "14, 11, 2, 1",
        "7, 5, 1, 1",
        "6, 4, 1, 1",
        "5, 3, 1, 1",
        "4, 4, 0, 0",
        "3, 3, 0, 0",
        "1, 1, 0, 0",
        "0, 0, 0, 0"
    })
    void dividesAClassByHand(int instances, int train, int validation, int test) {
        assertThat(new Shares(0.8, 0.1, 0.1).sizes(instances)).containsExactly(train, validation, test);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 0, 1", "2, 1, 0, 1", "1, 1, 0, 0"})
    void dividesAClassIntoTwoParts(int instances, int train, int validation, int test) {
        assertThat(new Shares(0.5, 0, 0.5).sizes(instances)).containsExactly(train, validation, test);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void keepsEveryInstanceOnceInItsOrder(long seed) {
        Corpus<Integer> whole = corpus(seed, randomSizes(new Random(seed)));
        Splits<Integer> splits = whole.split(0.7, 0.1, 0.2, seed);
        List<Corpus<Integer>> parts = List.of(splits.train(), splits.validation(), splits.test());
        assertThat(parts.stream().flatMap(part -> part.instances().stream()))
                .containsExactlyInAnyOrderElementsOf(whole.instances());
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.instances()).isSorted();
            assertThat(part.labels()).isEqualTo(whole.labels());
            assertThat(part.instances())
                    .allSatisfy(i -> assertThat(part.classOf(part.instances().indexOf(i)))
                            .isEqualTo(whole.classOf(i)));
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void dividesEveryClassToWithinOneInstance(long seed) {
        Random random = new Random(seed);
        double train = 0.3 + 0.5 * random.nextDouble();
        double validation = (1 - train) * random.nextDouble();
        Shares shares = new Shares(train, validation, 1 - train - validation);
        for (int n = 1; n < 200; n++) {
            int[] sizes = shares.sizes(n);
            assertThat(IntStream.of(sizes).sum()).isEqualTo(n);
            if (sizes[0] < n) {
                assertThat(sizes).doesNotContain(0);
                assertThat((double) sizes[0]).isCloseTo(n * train, within(1 + 1e-9));
                assertThat((double) sizes[1]).isCloseTo(n * validation, within(1 + 1e-9));
                assertThat((double) sizes[2]).isCloseTo(n * (1 - train - validation), within(1 + 1e-9));
            }
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        Corpus<Integer> whole = corpus(1, 50, 50);
        assertThat(whole.split(0.7, 0.1, 0.2, 7)).isEqualTo(whole.split(0.7, 0.1, 0.2, 7));
        assertThat(Stream.of(1L, 2L, 3L, 1L << 32)
                        .map(seed -> whole.split(0.7, 0.1, 0.2, seed).test()))
                .doesNotHaveDuplicates();
    }

    @Test
    void staysTheSameInEveryVersion() {
        assertThat(corpus(1, 6, 4).split(0.5, 0, 0.5, 7).test().instances()).containsExactly(0, 3, 6, 7, 8);
    }

    @Test
    void drawsFromAClassWithoutRegardToTheOthers() {
        List<Integer> alone = corpus(1, 40).split(0.5, 0, 0.5, 7).test().instances();
        Corpus<Integer> more = Corpus.of(Stream.concat(
                        IntStream.range(0, 40).mapToObj(i -> new Labeled<>(i, "a")),
                        IntStream.range(40, 70).mapToObj(i -> new Labeled<>(i, "B")))
                .toList());
        assertThat(more.split(0.5, 0, 0.5, 7).test().instances().stream().filter(i -> i < 40))
                .containsExactlyElementsOf(alone);
    }

    @Test
    void drawsDifferentlyFromClassesOfOneSize() {
        Corpus<Integer> whole = Corpus.of(IntStream.range(0, 80)
                .mapToObj(i -> new Labeled<>(i, i < 40 ? "a" : "b"))
                .toList());
        List<Integer> test = whole.split(0.5, 0, 0.5, 7).test().instances();
        assertThat(test.subList(20, 40))
                .isNotEqualTo(test.subList(0, 20).stream().map(i -> i + 40).toList());
    }

    @Test
    void givesAnEmptyPartForNoShare() {
        Splits<Integer> splits = corpus(1, 6, 4).split(1, 0, 0, 7);
        assertThat(splits.train()).isEqualTo(corpus(1, 6, 4));
        assertThat(splits.validation().size()).isZero();
        assertThat(splits.test().size()).isZero();
        assertThat(splits.test().labels()).containsExactly("a", "b");
    }

    @Test
    void saysOnceWhichClassesStayWhole() {
        assertThat(warnings(() -> corpus(1, 30, 1, 2, 4, 5).split(0.8, 0.1, 0.1, 7)))
                .containsExactly("kept whole in training, too small to be split: 3 of 5 classes (b, c, d)");
        assertThat(warnings(() -> corpus(1, 1, 1, 1, 1, 1, 1, 9).split(0.8, 0.1, 0.1, 7)))
                .containsExactly("kept whole in training, too small to be split: 6 of 7 classes (a, b, c, d, e, ...)");
        assertThat(warnings(() -> corpus(1, 30, 30).split(0.8, 0.1, 0.1, 7))).isEmpty();
        assertThat(warnings(() -> corpus(1, 30, 1).split(1, 0, 0, 7))).isEmpty();
        assertThat(warnings(() -> onlyFirstClass(corpus(1, 30, 1)).split(0.8, 0.1, 0.1, 7)))
                .isEmpty();
    }

    private static <X> Corpus<X> onlyFirstClass(Corpus<X> corpus) {
        return corpus.rows(corpus.rowsByClass()[0]);
    }

    private static List<String> warnings(Runnable action) {
        return Notices.of(StratifiedSplit.class, action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 0.5  | 0.5 | train share must be > 0 but was 0.0
            NaN  | 0.5  | 0.5 | train share must be > 0 but was NaN
            1.1  | -0.1 | 0   | validation share must be >= 0 but was -0.1
            0.5  | NaN  | 0.5 | validation share must be >= 0 but was NaN
            1.1  | 0    | -0.1| test share must be >= 0 but was -0.1
            0.75 | 0    | 0.5 | train, validation and test shares must sum to 1 but summed to 1.25
            0.5  | 0.25 | 0   | train, validation and test shares must sum to 1 but summed to 0.75
            Infinity | 0 | 0  | train, validation and test shares must sum to 1 but summed to Infinity
            """)
    void refusesSharesOutOfRange(double train, double validation, double test, String message) {
        Corpus<Integer> whole = corpus(1, 6, 4);
        assertThatThrownBy(() -> whole.split(train, validation, test, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void takesGivenPartsWhateverTheirLabels() {
        Corpus<Integer> train = corpus(1, 6, 4);
        Corpus<Integer> test = corpus(1, 1, 1, 1);
        assertThat(Splits.of(train, test).test().labels()).containsExactly("a", "b", "c");
        assertThat(Splits.of(train, test).validation()).isEqualTo(train.rows(new int[0]));
        assertThat(Splits.of(train, test, train)).isEqualTo(new Splits<>(train, test, train));
    }

    @Test
    void needsAnInstanceToLearnFrom() {
        Corpus<Integer> empty = corpus(1, 6).rows(new int[0]);
        assertThatThrownBy(() -> Splits.of(empty, empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("train must have at least one instance but had none");
    }
}
