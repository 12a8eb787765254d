package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of balanced accuracy hold the truth in 95% of the cases, on test sets of one instance a class too. */
@Tag("slow")
class BalancedAccuracyCoverageTest {

    private static final int CASES = 5000;

    static Stream<SimulatedTestSet> testSets() throws Exception {
        return SimulatedTestSet.published();
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void coversTheTruthOfRecallsThatVary(SimulatedTestSet testSet) {
        assertThat(covered(testSet, (c, random) -> SimulatedTestSet.beta(8, 2, random)))
                .isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void coversTheTruthOfEqualRecalls(SimulatedTestSet testSet) {
        assertThat(covered(testSet, (c, random) -> 0.5)).isBetween(0.93, 0.97);
        assertThat(covered(testSet, (c, random) -> 0.8)).isBetween(0.93, 0.97);
        assertThat(covered(testSet, (c, random) -> 0.95)).isBetween(0.93, 0.97);
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void coversTheTruthOfRecallsThatFallOrRiseWithTheSizeOfTheTestClass(SimulatedTestSet testSet) {
        assertThat(covered(testSet, (c, random) -> 0.98 - 0.5 * testSet.rank(c)))
                .isBetween(0.93, 0.97);
        assertThat(covered(testSet, (c, random) -> 0.48 + 0.5 * testSet.rank(c)))
                .isBetween(0.93, 0.97);
    }

    /** The limit of the method: a line does not follow a recall that is best in the middle. */
    @ParameterizedTest
    @MethodSource("testSets")
    void coversLessWhereClassesOfMiddlingSizeAreTheEasyOnes(SimulatedTestSet testSet) {
        assertThat(covered(testSet, (c, random) -> 0.5 + 0.45 * Math.sin(Math.PI * testSet.rank(c))))
                .isBetween(0.88, 0.97);
    }

    private interface Recall {
        double of(int c, Random random);
    }

    private static double covered(SimulatedTestSet testSet, Recall recall) {
        Random random = new Random(7);
        return (double) IntStream.range(0, CASES)
                        .filter(i -> covers(testSet, recall, random))
                        .count()
                / CASES;
    }

    private static boolean covers(SimulatedTestSet testSet, Recall recall, Random random) {
        double[] recalls = IntStream.range(0, testSet.classes())
                .mapToDouble(c -> recall.of(c, random))
                .toArray();
        double truth = Arrays.stream(recalls).average().orElseThrow();
        Interval interval = testSet.system(recalls, 1, random).balancedAccuracy();
        return interval.low() <= truth && truth <= interval.high();
    }
}
