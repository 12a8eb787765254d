package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectnessTest {

    private static final Corpus<String> TEST = TestSet.of("a", "a", "b");
    private static final int[] CLASSES = {0, 0, 0, 0, 1};

    @Test
    void sharesAreMeansOverTheRuns() {
        Logits allRight = new Logits(List.of("b", "a"), new float[][] {{0, 1}, {0, 1}, {1, 0}});
        Logits alwaysA = new Logits(List.of("a", "b"), new float[][] {{1, 0}, {1, 0}, {1, 0}});
        Logits unknown = new Logits(List.of("z", "a"), new float[][] {{1, 0}, {0, 1}, {1, 0}});

        Correctness correctness = Correctness.of(TEST, List.of(allRight, alwaysA, unknown, alwaysA));

        assertThat(correctness.size()).isEqualTo(3);
        assertThat(correctness.share(0)).isEqualTo(0.75);
        assertThat(correctness.share(1)).isEqualTo(1);
        assertThat(correctness.share(2)).isEqualTo(0.25);
        assertThat(correctness.accuracy()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(correctness.balancedAccuracy().estimate()).isEqualTo((0.875 + 0.25) / 2);
    }

    /**
     * Pooled recall 3.5 / 5 = .7; q = (2.5 + 1.4) / 6 = .65 and (1 + 1.4) / 3 = .8; v = .65 .35 / (1 - 4 / 36) and .8
     * .2 / (1 - 1 / 9); SE^2 = (v_1 / 4 + v_2) / 4.
     */
    @Test
    void theIntervalByHand() {
        Interval interval = new Correctness(CLASSES, new double[] {1, 1, 0.5, 0, 1}).balancedAccuracy();

        assertThat(interval.estimate()).isEqualTo(0.8125);
        assertThat(interval.low()).isCloseTo(0.8125 - 1.96 * 0.24697387260599046, within(1e-15));
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void classesThatDoNotOccurDoNotCount() {
        Interval interval =
                new Correctness(new int[] {3, 3, 3, 3, 7}, new double[] {1, 1, 0.5, 0, 1}).balancedAccuracy();

        assertThat(interval).isEqualTo(new Correctness(CLASSES, new double[] {1, 1, 0.5, 0, 1}).balancedAccuracy());
    }

    @Test
    void allRightIsCertainAndSoIsAllWrong() {
        assertThat(new Correctness(CLASSES, new double[] {1, 1, 1, 1, 1}).balancedAccuracy())
                .isEqualTo(new Interval(1, 1, 1));
        assertThat(new Correctness(CLASSES, new double[5]).balancedAccuracy()).isEqualTo(new Interval(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithTheScores(long seed) {
        Random random = new Random(seed);
        ClassCounts training = new ClassCounts(List.of("a", "b", "c"), List.of(500L, 50L, 5L));
        Corpus<String> test = TestSet.of(
                random.ints(50, 0, 3).mapToObj(training.labels()::get).toList());
        float[][] rows = new float[50][3]; // [instances, classes]
        Arrays.stream(rows).forEach(row -> Arrays.setAll(new Float[3], c -> row[c] = random.nextFloat()));
        Logits logits = new Logits(training.labels(), rows);

        Scores scores = Scores.of(logits, test, training);
        Correctness correctness = Correctness.of(test, List.of(logits));

        assertThat(correctness.accuracy()).isCloseTo(scores.accuracy(), within(1e-12));
        assertThat(correctness.balancedAccuracy().estimate()).isCloseTo(scores.balancedAccuracy(), within(1e-12));
    }

    @Test
    void theGivenArraysAreCopied() {
        double[] shares = {1, 1, 1, 1, 1};
        Correctness correctness = new Correctness(CLASSES, shares);
        shares[4] = 0;

        assertThat(correctness.share(4)).isEqualTo(1);
    }

    @Test
    void whatIsNotOneShareAnInstanceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correctness(CLASSES, new double[4]))
                .withMessage("shares must have one entry an instance, 5, but had 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correctness(new int[0], new double[0]))
                .withMessage("test set must have at least one instance but had none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutOfRangeIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Correctness(CLASSES, new double[] {0, 0, share, 0, 0}))
                .withMessage("share of instance 2 must be in [0, 1] but was " + share);
    }

    @Test
    void runsThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correctness.of(TEST, List.of()))
                .withMessage("a system must have at least one run but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correctness.of(TEST, List.of(new Logits(List.of("a"), new float[][] {{1}, {1}}))))
                .withMessage("logits must have one row an instance, 3, but had 2");
    }
}
