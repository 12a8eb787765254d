package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbstentionGoalTest {

    private static final double[] CONFIDENCES = {0.5, 0.9, 0.8, 0.7, 0.6};
    private static final boolean[] RIGHT = {false, true, false, true, true};

    /** From the surest: right, wrong, right, right, wrong; precision 1, 1/2, 2/3, 3/4, 3/5. */
    @ParameterizedTest
    @CsvSource({
        "precision=0.6, 0.5",
        "precision=0.61, 0.6",
        "precision=0.75, 0.6",
        "precision=0.76, 0.9",
        "precision=1, 0.9",
        "coverage=0.2, 0.9",
        "coverage=0.21, 0.8",
        "coverage=0.8, 0.6",
        "coverage=1, 0.5",
        "coverage=0.001, 0.9"
    })
    void thresholdsByHand(String goal, double threshold) {
        assertThat(AbstentionGoal.of(goal).threshold(CONFIDENCES, RIGHT)).isEqualTo(threshold);
    }

    @Test
    void aPrecisionThatNoThresholdReachesMeansNever() {
        AbstentionGoal goal = AbstentionGoal.of("precision=0.9");
        assertThat(goal.threshold(new double[] {0.9, 0.8}, new boolean[] {false, true}))
                .isEqualTo(AbstentionGoal.NEVER);
    }

    /** Of two equals only both can be answered: one right of two. */
    @Test
    void equalConfidencesAreAnsweredTogether() {
        AbstentionGoal goal = AbstentionGoal.of("precision=0.9");
        assertThat(goal.threshold(new double[] {0.9, 0.9}, new boolean[] {true, false}))
                .isEqualTo(AbstentionGoal.NEVER);
    }

    /** 0.55 of 100 is 55.00000000000001 in floating point. */
    @Test
    void coverageIsNotRoundedUpByRounding() {
        double[] confidences = new double[100];
        Arrays.setAll(confidences, i -> 1 - i / 200.0);
        assertThat(AbstentionGoal.of("coverage=0.55").threshold(confidences, new boolean[100]))
                .isEqualTo(confidences[54]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theGoalIsReachedAndNoSmallerThresholdReachesIt(long seed) {
        Random random = new Random(seed);
        double[] confidences =
                random.doubles(50).map(x -> Math.round(20 * x) / 20.0).toArray(); // with equals
        boolean[] right = new boolean[50];
        for (int i = 0; i < right.length; i++) {
            right[i] = random.nextDouble() < confidences[i];
        }
        double threshold = AbstentionGoal.of("precision=0.7").threshold(confidences, right);

        assertThat(precision(confidences, right, threshold)).isGreaterThanOrEqualTo(0.7);
        Arrays.stream(confidences)
                .filter(other -> other < threshold)
                .forEach(other ->
                        assertThat(precision(confidences, right, other)).isLessThan(0.7));
    }

    private static double precision(double[] confidences, boolean[] right, double threshold) {
        int answers = 0;
        int hits = 0;
        for (int i = 0; i < right.length; i++) {
            answers += confidences[i] >= threshold ? 1 : 0;
            hits += confidences[i] >= threshold && right[i] ? 1 : 0;
        }
        return (double) hits / answers;
    }

    @Test
    void aGoalIsReadAsItIsWritten() {
        for (AbstentionGoal goal : new AbstentionGoal[] {
            new AbstentionGoal.Precision(0.95), new AbstentionGoal.Coverage(0.8), new AbstentionGoal.Coverage(1)
        }) {
            assertThat(AbstentionGoal.of(goal.toString())).isEqualTo(goal);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "precision",
                "recall=0.9",
                "precision=",
                "precision=high",
                "coverage=0",
                "coverage=1.1",
                "precision=NaN",
                "precision=-0.5"
            })
    void whatIsNoGoalIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AbstentionGoal.of(text))
                .withMessage("must be precision=P or coverage=C, > 0 and <= 1, but was '" + text + "'");
    }

    @Test
    void sharesOutOfRangeAndNoPredictionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AbstentionGoal.Precision(0))
                .withMessage("precision must be > 0 and <= 1 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AbstentionGoal.Coverage(1.5))
                .withMessage("coverage must be > 0 and <= 1 but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AbstentionGoal.Coverage(1).threshold(new double[0], new boolean[0]))
                .withMessage("confidences must be one per prediction, 0 and at least 1, but were 0");
    }
}
