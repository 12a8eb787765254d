package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbstentionTest {

    private static final ClassCounts TRAINING = new ClassCounts(List.of("a", "b"), List.of(200L, 5L));
    private static final Predictions VALIDATION = Confident.of("a.9 a.8x a.7 b.95 b.6x b.55x");
    private static final AbstentionGoal GOAL = new AbstentionGoal.Precision(0.6);

    /** All: right, right, wrong, right, wrong, wrong; 3 of the first 4 are right, 3 of 5 too. */
    @Test
    void oneThresholdForAll() {
        Abstention abstention = Abstention.choose(GOAL, VALIDATION);

        assertThat(abstention.threshold()).isCloseTo(0.6, within(1e-6));
        assertThat(abstention.byGroup()).isEmpty();
        assertThat(abstention.answered(VALIDATION, TRAINING)).containsExactly(0, 1, 2, 3, 4);
    }

    /** Many, class a: right, wrong, right: 2 of 3. Few, class b: right, wrong, wrong: 1 of 1. */
    @Test
    void aThresholdForEachGroupOfThePredictedClass() {
        Abstention abstention = Abstention.chooseByGroup(GOAL, VALIDATION, TRAINING);

        assertThat(abstention.byGroup()).containsOnlyKeys(Group.MANY, Group.FEW);
        assertThat(abstention.byGroup().get(Group.MANY)).isCloseTo(0.7, within(1e-6));
        assertThat(abstention.byGroup().get(Group.FEW)).isCloseTo(0.95, within(1e-6));
        assertThat(abstention.answered(VALIDATION, TRAINING)).containsExactly(0, 1, 2, 3);
        assertThat(abstention.answers(Group.FEW, 0.9)).isFalse();
        assertThat(abstention.answers(Group.MANY, 0.9)).isTrue();
    }

    @Test
    void aGroupWithoutPredictionsHasTheThresholdOfAll() {
        Abstention abstention = Abstention.chooseByGroup(GOAL, VALIDATION, TRAINING);

        assertThat(abstention.answers(Group.MEDIUM, 0.61)).isTrue();
        assertThat(abstention.answers(null, 0.59)).isFalse();
    }

    @Test
    void thresholdsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Abstention(GOAL, -0.1, Map.of()))
                .withMessage("threshold must be >= 0 but was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Abstention(GOAL, 0.5, Map.of(Group.FEW, Double.NaN)))
                .withMessage("threshold of few must be >= 0 but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Abstention(GOAL, 0.5, Map.of(Group.TAIL, 0.5)))
                .withMessage("group must be one of [many, medium, few] but was tail");
    }
}
