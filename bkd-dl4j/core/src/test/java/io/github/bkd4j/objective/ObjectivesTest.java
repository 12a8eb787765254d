package io.github.bkd4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.KdLoss;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.loss.Temperature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectivesTest {

    private static final ClassCounts COUNTS = new ClassCounts(List.of("delivery", "refund"), List.of(30L, 10L));
    private static final ClassWeights INVERSE = ClassWeights.inverseFrequency(1); // WEIGHTS
    private static final List<Double> WEIGHTS = List.of(0.5, 1.5);
    private static final DistillationObjective BKD = Objectives.balancedDistillation(Temperature.of(2), INVERSE);

    @Test
    void crossEntropyIsOnePhaseWithoutATeacher() {
        Objective objective = Objectives.crossEntropy();

        assertThat(objective.name()).isEqualTo("ce");
        assertThat(objective.needsTeacher()).isFalse();
        assertThat(objective.phases(COUNTS, 5)).singleElement().satisfies(phase -> {
            assertThat(phase.firstEpoch()).isZero();
            assertThat(phase.loss()).isEqualTo(new CrossEntropyLoss());
        });
    }

    @Test
    void distillationIsOnePhaseOfPlainSoftTargets() {
        Objective objective = Objectives.distillation(Temperature.of(2), 0.5);

        assertThat(objective.name()).isEqualTo("kd");
        assertThat(objective.needsTeacher()).isTrue();
        assertThat(objective.phases(COUNTS, 5))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, 0, new KdLoss(2, 0.5)));
    }

    @Test
    void instancesWithoutALabelMayBeTemperedOnTheirOwn() {
        Phase phase = BKD.withTempering(1)
                .withUnlabelledTempering(0.5)
                .phases(COUNTS, 5)
                .get(0);

        assertThat(phase.loss()).isEqualTo(new BkdLoss(2, 1, 1, WEIGHTS, new CrossEntropyLoss()));
        assertThat(phase.unlabelled()).isEqualTo(new BkdLoss(2, 1, 0.5, WEIGHTS, new CrossEntropyLoss()));
        assertThat(BKD.withUnlabelledTempering(0.5).withTempering(1)).isEqualTo(BKD.withTempering(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BKD.withUnlabelledTempering(-1))
                .withMessage("tempering of unlabelled instances must be finite and >= 0 but was -1.0");
    }

    @Test
    void balancedDistillationIsAsPublished() {
        assertThat(BKD.name()).isEqualTo("bkd");
        assertThat(BKD.needsTeacher()).isTrue();
        assertThat(BKD)
                .isEqualTo(new DistillationObjective(
                        new DistillationTarget.Balanced(Temperature.of(2), 1, INVERSE, 2, 2),
                        Objectives.crossEntropy(),
                        Reweighting.fromTheStart()));
        assertThat(BKD.phases(COUNTS, 5))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, 0, new BkdLoss(2, 1, WEIGHTS)));
    }

    @Test
    void deferredWeightsFollowAPlainPhase() {
        Objective objective = BKD.withAlpha(0.5).withTempering(1).withReweighting(Reweighting.deferredToShare(0.8));

        List<Phase> phases = objective.phases(COUNTS, 10);

        assertThat(phases).hasSize(2);
        assertPhase(phases.get(0), 0, new KdLoss(2, 0.5));
        assertPhase(phases.get(1), 8, new BkdLoss(2, 0.5, 1, WEIGHTS, new CrossEntropyLoss()));
    }

    @Test
    void weightsDeferredBeyondTheEndNeverAct() {
        Objective objective = BKD.withReweighting(Reweighting.deferredToEpoch(10));

        assertThat(objective.phases(COUNTS, 10))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, 0, new KdLoss(2, 1)));
    }

    private static void assertPhase(Phase phase, int firstEpoch, LogitLoss loss) {
        assertThat(phase.firstEpoch()).isEqualTo(firstEpoch);
        assertThat(phase.loss()).isEqualTo(loss);
    }

    @Test
    void onlyBalancedDistillationIsTempered() {
        DistillationObjective plain = new DistillationObjective(
                new DistillationTarget.Plain(Temperature.of(2), 1),
                Objectives.crossEntropy(),
                Reweighting.fromTheStart());

        assertThat(plain).isEqualTo(Objectives.distillation(Temperature.of(2), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.withTempering(1))
                .withMessage("target must be bkd to be tempered but was kd");
    }

    @Test
    void everyDistillationHasAnAlpha() {
        Temperature two = Temperature.of(2);
        DistillationTarget decoupled = new DistillationTarget.Decoupled(two, 1, 8);

        assertThat(new DistillationTarget.Plain(two, 1).withAlpha(3)).isEqualTo(new DistillationTarget.Plain(two, 3));
        assertThat(decoupled.withAlpha(3)).isEqualTo(new DistillationTarget.Decoupled(two, 3, 8));
    }

    @Test
    void aClassWithoutATrainingInstanceIsNamed() {
        ClassCounts counts = new ClassCounts(List.of("delivery", "refund"), List.of(30L, 0L));
        Objective objective = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.phases(counts, 5))
                .withMessage("class 'refund' must have at least one training instance"
                        + " to be weighted by effective number but had 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutOfRangeIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Temperature.of(value))
                .withMessage("temperature must be finite and > 0 but was " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void alphaAndTemperingOutOfRangeAreRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.distillation(Temperature.of(2), value))
                .withMessage("alpha must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BKD.withAlpha(value))
                .withMessage("alpha must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BKD.withTempering(value))
                .withMessage("tempering must be finite and >= 0 but was " + value);
    }

    @Test
    void aPhaseBeforeTheFirstEpochIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Phase(-1, new CrossEntropyLoss()))
                .withMessage("first epoch must be >= 0 but was -1");
    }
}
