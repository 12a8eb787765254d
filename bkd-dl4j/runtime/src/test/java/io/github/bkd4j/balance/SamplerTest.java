package io.github.bkd4j.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

    private static final int CLASSES = 4;
    private static final int EPOCHS = 10;

    /** Classes of 8100, 900, 0 and 100 instances, mixed. */
    private static final int[] LONG_TAIL = longTail();

    static Stream<Sampler> samplers() {
        return Stream.of(
                Sampler.instanceBalanced(), Sampler.classBalanced(), Sampler.squareRoot(), Sampler.progressive());
    }

    record Expected(Sampler sampler, int epoch, List<Double> probabilities) {}

    static Stream<Expected> expected() {
        List<Double> instanceBalanced = List.of(8100 / 9100.0, 900 / 9100.0, 0.0, 100 / 9100.0);
        List<Double> classBalanced = List.of(1 / 3.0, 1 / 3.0, 0.0, 1 / 3.0);
        List<Double> between = IntStream.range(0, CLASSES)
                .mapToObj(c -> 0.7 * instanceBalanced.get(c) + 0.3 * classBalanced.get(c))
                .toList();
        return Stream.of(
                new Expected(Sampler.classBalanced(), 0, classBalanced),
                new Expected(Sampler.squareRoot(), 0, List.of(90 / 130.0, 30 / 130.0, 0.0, 10 / 130.0)),
                new Expected(Sampler.progressive(), 0, instanceBalanced),
                new Expected(Sampler.progressive(), 3, between));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void classesAreDrawnAsOftenAsTheirProbabilitySays(Expected expected) {
        int[] rows = expected.sampler().epoch(LONG_TAIL, CLASSES, expected.epoch(), EPOCHS, 1);

        for (int c = 0; c < CLASSES; c++) {
            double p = expected.probabilities().get(c);
            double standardError = Math.sqrt(p * (1 - p) / rows.length);
            assertThat(share(rows, c)).isCloseTo(p, within(4 * standardError));
        }
    }

    @Test
    void theInstancesOfAClassAreDrawnAlike() {
        int[] rows = Sampler.classBalanced().epoch(LONG_TAIL, CLASSES, 0, EPOCHS, 2);
        int[] smallest =
                IntStream.of(rows).filter(row -> LONG_TAIL[row] == 3).sorted().toArray();
        double mean = smallest.length / 100.0;

        assertThat(IntStream.of(smallest).distinct()).hasSize(100);
        assertThat(IntStream.of(smallest).distinct())
                .allSatisfy(row -> assertThat((double)
                                IntStream.of(smallest).filter(r -> r == row).count())
                        .isCloseTo(mean, within(5 * Math.sqrt(mean))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void instanceBalancedVisitsEveryInstanceOnceInAnotherOrder(long seed) {
        int[] rows = Sampler.instanceBalanced().epoch(LONG_TAIL, CLASSES, 0, EPOCHS, seed);

        assertThat(rows).isNotEqualTo(inOrder());
        assertThat(IntStream.of(rows).sorted())
                .containsExactlyElementsOf(IntStream.of(inOrder()).boxed().toList());
    }

    /** Each of the 6 orders of 3 instances has probability 1/6. */
    @Test
    void instanceBalancedFavoursNoOrder() {
        int epochs = 6000;
        long sorted = IntStream.range(0, epochs)
                .filter(epoch -> Arrays.equals(
                        Sampler.instanceBalanced().epoch(new int[3], 1, epoch, epochs, 3), new int[] {0, 1, 2}))
                .count();

        assertThat((double) sorted).isCloseTo(epochs / 6.0, within(4 * Math.sqrt(epochs * 5 / 36.0)));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void anEpochIsAsLongAsTheTrainingSetAndVisitsNoEmptyClass(Sampler sampler) {
        int[] rows = sampler.epoch(LONG_TAIL, CLASSES, 9, EPOCHS, 4);

        assertThat(rows).hasSameSizeAs(LONG_TAIL);
        assertThat(IntStream.of(rows).map(row -> LONG_TAIL[row]).distinct()).containsExactlyInAnyOrder(0, 1, 3);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void seedAndEpochDecideTheOrder(Sampler sampler) {
        int[] rows = sampler.epoch(LONG_TAIL, CLASSES, 1, EPOCHS, 7);

        assertThat(sampler.epoch(LONG_TAIL, CLASSES, 1, EPOCHS, 7)).isEqualTo(rows);
        assertThat(sampler.epoch(LONG_TAIL, CLASSES, 2, EPOCHS, 7)).isNotEqualTo(rows);
        assertThat(sampler.epoch(LONG_TAIL, CLASSES, 1, EPOCHS, 8)).isNotEqualTo(rows);
        assertThat(sampler.epoch(LONG_TAIL, CLASSES, 0, EPOCHS, 8)).isNotEqualTo(rows);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void anEpochOfNothingIsEmpty(Sampler sampler) {
        assertThat(sampler.epoch(new int[0], CLASSES, 0, EPOCHS, 7)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void anEpochOutsideTheTrainingIsRefused(Sampler sampler) {
        for (int epoch : new int[] {-1, EPOCHS}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sampler.epoch(LONG_TAIL, CLASSES, epoch, EPOCHS, 7))
                    .withMessage("epoch must be in [0, 10) but was " + epoch);
        }
    }

    private static double share(int[] rows, int classIndex) {
        return (double) IntStream.of(rows)
                        .filter(row -> LONG_TAIL[row] == classIndex)
                        .count()
                / rows.length;
    }

    private static int[] inOrder() {
        return IntStream.range(0, LONG_TAIL.length).toArray();
    }

    private static int[] longTail() {
        int[] sizes = {8100, 900, 0, 100};
        List<Integer> classes = new ArrayList<>(IntStream.range(0, CLASSES)
                .flatMap(c -> IntStream.generate(() -> c).limit(sizes[c]))
                .boxed()
                .toList());
        Collections.shuffle(classes, new Random(5));
        return classes.stream().mapToInt(Integer::intValue).toArray();
    }
}
