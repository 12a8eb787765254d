package io.github.bkd4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.ClassBalancedFocalLoss;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.FocalLoss;
import io.github.bkd4j.loss.LabelSmoothingLoss;
import io.github.bkd4j.loss.LdamLoss;
import io.github.bkd4j.loss.LogitAdjustedLoss;
import io.github.bkd4j.loss.LogitLoss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HardLabelObjectivesTest {

    private static final List<Long> SIZES = List.of(30L, 10L);
    private static final ClassCounts COUNTS = new ClassCounts(List.of("delivery", "refund"), SIZES);
    private static final ClassWeights INVERSE = ClassWeights.inverseFrequency(1);
    private static final List<Double> WEIGHTS = List.of(0.5, 1.5);

    /** The margins of a head that multiplies cosines by 30 itself. */
    private static final double MARGIN = 30 * 0.5;

    static List<Arguments> ofOnePhase() {
        Reweighting start = Reweighting.fromTheStart();
        return List.of(
                arguments("ce", Objectives.crossEntropy(), new CrossEntropyLoss()),
                arguments("cb", Objectives.crossEntropy(INVERSE, start), new CrossEntropyLoss(WEIGHTS)),
                arguments("label-smoothing", Objectives.labelSmoothing(0.1), new LabelSmoothingLoss(0.1)),
                arguments("focal", Objectives.focal(2), new FocalLoss(2)),
                arguments(
                        "cb-focal", Objectives.classBalancedFocal(2, INVERSE), new ClassBalancedFocalLoss(2, WEIGHTS)),
                arguments("logit-adjusted", Objectives.logitAdjusted(1), new LogitAdjustedLoss(SIZES, 1)),
                arguments("ldam", Objectives.ldam(0.5), new LdamLoss(SIZES, MARGIN, 1, null)),
                arguments("ldam-drw", Objectives.ldam(0.5, INVERSE, start), new LdamLoss(SIZES, MARGIN, 1, WEIGHTS)));
    }

    @ParameterizedTest
    @MethodSource("ofOnePhase")
    void isOnePhaseWithoutATeacher(String name, HardLabelObjective objective, LogitLoss loss) {
        assertThat(objective.name()).isEqualTo(name);
        assertThat(objective.needsTeacher()).isFalse();
        assertThat(objective.needsCosines()).isEqualTo(name.startsWith("ldam"));
        assertThat(objective.phases(COUNTS, 5)).singleElement().satisfies(phase -> assertPhase(phase, 0, loss));
    }

    static List<Arguments> ofTwoPhases() {
        Reweighting deferred = Reweighting.deferredToShare(0.8);
        return List.of(
                arguments(
                        Objectives.crossEntropy(INVERSE, deferred),
                        new CrossEntropyLoss(),
                        new CrossEntropyLoss(WEIGHTS)),
                arguments(
                        Objectives.ldam(0.5, INVERSE, deferred),
                        new LdamLoss(SIZES, MARGIN, 1, null),
                        new LdamLoss(SIZES, MARGIN, 1, WEIGHTS)));
    }

    @ParameterizedTest
    @MethodSource("ofTwoPhases")
    void deferredWeightsFollowAPhaseWithout(HardLabelObjective objective, LogitLoss before, LogitLoss after) {
        List<Phase> phases = objective.phases(COUNTS, 10);

        assertThat(phases).hasSize(2);
        assertPhase(phases.get(0), 0, before);
        assertPhase(phases.get(1), 8, after);
    }

    @ParameterizedTest
    @MethodSource("ofTwoPhases")
    void weightsDeferredBeyondTheEndNeverAct(HardLabelObjective objective, LogitLoss before, LogitLoss after) {
        assertThat(objective.reweighting().firstEpoch(1)).isEqualTo(1);
        assertThat(objective.phases(COUNTS, 1)).singleElement().satisfies(phase -> assertPhase(phase, 0, before));
        assertThat(objective.loss(COUNTS, true)).isEqualTo(after);
    }

    private static void assertPhase(Phase phase, int firstEpoch, LogitLoss loss) {
        assertThat(phase.firstEpoch()).isEqualTo(firstEpoch);
        assertThat(phase.loss()).isEqualTo(loss);
    }

    static List<Arguments> withoutAnInstance() {
        Reweighting deferred = Reweighting.deferredToEpoch(3);
        String weighted = "to be weighted by inverse frequency";
        return List.of(
                arguments(Objectives.crossEntropy(INVERSE, deferred), weighted),
                arguments(Objectives.classBalancedFocal(2, INVERSE), weighted),
                arguments(Objectives.ldam(0.5), "for LDAM margins"),
                arguments(Objectives.ldam(0.5, INVERSE, deferred), "for LDAM margins"),
                arguments(Objectives.logitAdjusted(1), "for logit adjustment"));
    }

    @ParameterizedTest
    @MethodSource("withoutAnInstance")
    void aClassWithoutATrainingInstanceIsNamed(HardLabelObjective objective, String purpose) {
        ClassCounts counts = new ClassCounts(List.of("delivery", "refund"), List.of(30L, 0L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.phases(counts, 5))
                .withMessage("class 'refund' must have at least one training instance " + purpose + " but had 0");
    }

    @Test
    void withoutWeightsAClassMayHaveNoInstance() {
        ClassCounts counts = new ClassCounts(List.of("delivery", "refund"), List.of(30L, 0L));

        assertThat(Objectives.crossEntropy().loss(counts, true)).isEqualTo(new CrossEntropyLoss());
        assertThat(Objectives.focal(2).loss(counts, true)).isEqualTo(new FocalLoss(2));
        assertThat(Objectives.labelSmoothing(0.1).loss(counts, true)).isEqualTo(new LabelSmoothingLoss(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void parametersOutOfRangeAreRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.focal(value))
                .withMessage("gamma must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.classBalancedFocal(value, INVERSE))
                .withMessage("gamma must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.logitAdjusted(value))
                .withMessage("tau must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.ldam(value))
                .withMessage("margin must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.ldam(value, INVERSE, Reweighting.fromTheStart()))
                .withMessage("margin must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.labelSmoothing(value))
                .withMessage("label smoothing must be >= 0 and < 1 but was " + value);
    }
}
