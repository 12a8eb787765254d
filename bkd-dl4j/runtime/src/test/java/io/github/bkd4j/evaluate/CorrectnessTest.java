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

    @Test
    void balancedAccuracyIsTheMeanOfTheRecalls() {
        assertThat(new Correctness(CLASSES, new double[] {1, 1, 0.5, 0, 1}).balancedAccuracy())
                .isEqualTo(new MeanRecall(new double[] {4, 1}, new double[] {0.625, 1}).interval());
    }

    @Test
    void classesThatDoNotOccurDoNotCount() {
        Interval interval =
                new Correctness(new int[] {3, 3, 3, 3, 7}, new double[] {1, 1, 0.5, 0, 1}).balancedAccuracy();

        assertThat(interval).isEqualTo(new Correctness(CLASSES, new double[] {1, 1, 0.5, 0, 1}).balancedAccuracy());
    }

    @Test
    void allRightIsNotCertainAndNeitherIsAllWrong() {
        Interval right = new Correctness(CLASSES, new double[] {1, 1, 1, 1, 1}).balancedAccuracy();
        Interval wrong = new Correctness(CLASSES, new double[5]).balancedAccuracy();

        assertThat(right.estimate()).isEqualTo(1);
        assertThat(right.high()).isEqualTo(1);
        assertThat(right.low()).isBetween(0.3, 0.6);
        assertThat(wrong.high()).isCloseTo(1 - right.low(), within(1e-12));
        assertThat(wrong.low()).isZero();
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
