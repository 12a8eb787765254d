package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Systems of equal balanced accuracy are told apart in 5% of the cases, and better ones more often. */
@Tag("slow")
class PairedTestRejectionTest {

    private static final int CASES = 2000;

    static Stream<SimulatedTestSet> testSets() throws Exception {
        return Stream.concat(SimulatedTestSet.published(), Stream.of(SimulatedTestSet.tenToOne()));
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void equalRecalls(SimulatedTestSet testSet) {
        assertThat(rejected(testSet, 1, c -> 0.8, c -> 0.8)).isBetween(0.03, 0.07);
        assertThat(rejected(testSet, 5, c -> 0.8, c -> 0.8)).isBetween(0.03, 0.07);
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void rareClassesAreHarder(SimulatedTestSet testSet) {
        Recall falling = c -> 0.98 - 0.45 * testSet.rank(c);

        assertThat(rejected(testSet, 1, falling, falling)).isBetween(0.03, 0.07);
        assertThat(rejected(testSet, 5, falling, falling)).isBetween(0.03, 0.07);
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void whatOneSystemGainsOnTheTailItLosesOnTheHead(SimulatedTestSet testSet) {
        Recall even = c -> 0.7;
        Recall tilted = c -> 0.6 + 0.2 * testSet.rank(c);

        assertThat(rejected(testSet, 1, tilted, even)).isBetween(0.03, 0.07);
        assertThat(rejected(testSet, 5, tilted, even)).isBetween(0.03, 0.07);
    }

    @ParameterizedTest
    @MethodSource("testSets")
    void aDifferenceIsFound(SimulatedTestSet testSet) {
        assertThat(rejected(testSet, 5, c -> 0.9, c -> 0.7)).isGreaterThan(0.9);
    }

    private interface Recall {
        double of(int c);
    }

    private static double rejected(SimulatedTestSet testSet, int seeds, Recall first, Recall second) {
        Random random = new Random(7);
        double[] a =
                IntStream.range(0, testSet.classes()).mapToDouble(first::of).toArray();
        double[] b =
                IntStream.range(0, testSet.classes()).mapToDouble(second::of).toArray();
        return (double) IntStream.range(0, CASES)
                        .filter(i -> PairedTest.of(testSet.system(a, seeds, random), testSet.system(b, seeds, random))
                                        .pValue()
                                < 0.05)
                        .count()
                / CASES;
    }
}
