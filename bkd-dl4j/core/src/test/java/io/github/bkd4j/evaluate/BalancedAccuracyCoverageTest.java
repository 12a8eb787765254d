package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
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
    void coversTheTruth(SimulatedTestSet testSet) {
        Random random = new Random(7);

        long covered =
                IntStream.range(0, CASES).filter(i -> covers(testSet, random)).count();

        assertThat((double) covered / CASES).isBetween(0.93, 0.97);
    }

    private static boolean covers(SimulatedTestSet testSet, Random random) {
        double[] recalls = DoubleStream.generate(() -> SimulatedTestSet.beta(8, 2, random))
                .limit(testSet.classes())
                .toArray();
        double truth = Arrays.stream(recalls).average().orElseThrow();
        Interval interval = testSet.system(recalls, 1, random).balancedAccuracy();
        return interval.low() <= truth && truth <= interval.high();
    }
}
