package io.github.bkd4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.DkdLoss;
import io.github.bkd4j.loss.HardLabelLoss;
import io.github.bkd4j.loss.KdLoss;
import io.github.bkd4j.loss.LogitAdjustedLoss;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.loss.Temperature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objectives with a teacher, beside every kind of term on the hard labels. */
class MixedObjectivesTest {

    private static final List<Long> SIZES = List.of(30L, 10L);
    private static final ClassCounts COUNTS = new ClassCounts(List.of("delivery", "refund"), SIZES);
    private static final ClassWeights INVERSE = ClassWeights.inverseFrequency(1);
    private static final List<Double> WEIGHTS = List.of(0.5, 1.5);
    private static final Temperature T = Temperature.of(2);
    private static final DistillationObjective BKD = Objectives.balancedDistillation(T, INVERSE);

    private static final HardLabelLoss PLAIN = new CrossEntropyLoss();
    private static final HardLabelLoss WEIGHTED = new CrossEntropyLoss(WEIGHTS);

    private static HardLabelObjective weightedFrom(int epoch) {
        return Objectives.crossEntropy(INVERSE, Reweighting.deferredToEpoch(epoch));
    }

    @Test
    void distillationTakesTheHardLabelsPhases() {
        Objective objective = Objectives.distillation(T, 0.5, weightedFrom(4));

        List<Phase> phases = objective.phases(COUNTS, 10);

        assertThat(objective.name()).isEqualTo("kd+cb");
        assertThat(phases).hasSize(2);
        assertPhase(phases.get(0), 0, new KdLoss(2, 0.5, PLAIN));
        assertPhase(phases.get(1), 4, new KdLoss(2, 0.5, WEIGHTED));
    }

    @Test
    void decoupledDistillationTakesTheHardLabelsPhasesAndTheTeachersLogits() {
        Objective objective = Objectives.decoupledDistillation(T, 1, 8, weightedFrom(4));
        ClassCounts counts = new ClassCounts(List.of("a", "b", "c"), List.of(40L, 20L, 10L));
        HardLabelLoss weighted = new CrossEntropyLoss(TrainingClasses.weights(INVERSE, counts));

        List<Phase> phases = objective.phases(counts, 10);

        assertThat(objective.name()).isEqualTo("dkd+cb");
        assertThat(objective.needsTeacher()).isTrue();
        assertThat(phases).hasSize(2);
        assertPhase(phases.get(0), 0, new DkdLoss(2, 1, 8, PLAIN));
        assertPhase(phases.get(1), 4, new DkdLoss(2, 1, 8, weighted));
    }

    @Test
    void decoupledDistillationOfTwoClassesIsRefusedBeforeTraining() {
        Objective objective = Objectives.decoupledDistillation(T, 1, 8, Objectives.crossEntropy());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.phases(COUNTS, 10))
                .withMessage("decoupled knowledge distillation must have at least 3 classes but had 2");
    }

    @Test
    void balancedDistillationStandsBesideAnyTerm() {
        Objective objective = BKD.withHardLabels(Objectives.logitAdjusted(1));

        assertThat(objective.phases(COUNTS, 5))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, 0, balanced(new LogitAdjustedLoss(SIZES, 1))));
    }

    @Test
    void weightsDeferredInBothTermsMakeThreePhases() {
        Objective hardFirst =
                BKD.withReweighting(Reweighting.deferredToEpoch(8)).withHardLabels(weightedFrom(4));
        Objective softFirst =
                BKD.withReweighting(Reweighting.deferredToEpoch(4)).withHardLabels(weightedFrom(8));

        List<Phase> phases = hardFirst.phases(COUNTS, 10);
        assertThat(phases).hasSize(3);
        assertPhase(phases.get(0), 0, new KdLoss(2, 1, PLAIN));
        assertPhase(phases.get(1), 4, new KdLoss(2, 1, WEIGHTED));
        assertPhase(phases.get(2), 8, balanced(WEIGHTED));

        phases = softFirst.phases(COUNTS, 10);
        assertThat(phases).hasSize(3);
        assertPhase(phases.get(0), 0, new KdLoss(2, 1, PLAIN));
        assertPhase(phases.get(1), 4, balanced(PLAIN));
        assertPhase(phases.get(2), 8, balanced(WEIGHTED));
    }

    @Test
    void weightsDeferredAlikeMakeTwoPhasesAndBeyondTheEndNone() {
        Objective alike = BKD.withReweighting(Reweighting.deferredToEpoch(4)).withHardLabels(weightedFrom(4));

        List<Phase> phases = alike.phases(COUNTS, 10);
        assertThat(phases).hasSize(2);
        assertPhase(phases.get(0), 0, new KdLoss(2, 1, PLAIN));
        assertPhase(phases.get(1), 4, balanced(WEIGHTED));

        assertThat(alike.phases(COUNTS, 4))
                .singleElement()
                .satisfies(phase -> assertPhase(phase, 0, new KdLoss(2, 1, PLAIN)));
    }

    private static BkdLoss balanced(HardLabelLoss hard) {
        return new BkdLoss(2, 1, 2, WEIGHTS, hard);
    }

    private static void assertPhase(Phase phase, int firstEpoch, LogitLoss loss) {
        assertThat(phase.firstEpoch()).isEqualTo(firstEpoch);
        assertThat(phase.loss()).isEqualTo(loss);
    }

    static List<HardLabelObjective> hardLabels() {
        return List.of(Objectives.crossEntropy(), Objectives.ldam(0.5));
    }

    @ParameterizedTest
    @MethodSource("hardLabels")
    void theHardLabelsSayWhetherCosinesAreNeeded(HardLabelObjective hard) {
        List<Objective> mixtures = List.of(
                Objectives.distillation(T, 1, hard),
                Objectives.decoupledDistillation(T, 1, 8, hard),
                BKD.withHardLabels(hard));

        assertThat(mixtures).allMatch(mixture -> mixture.needsCosines() == hard.needsCosines());
    }

    @Test
    void aClassWithoutATrainingInstanceIsNamed() {
        ClassCounts counts = new ClassCounts(List.of("delivery", "refund", "return"), List.of(30L, 0L, 9L));
        HardLabelObjective hard = Objectives.logitAdjusted(1);

        for (Objective mixture : List.of(
                Objectives.distillation(T, 1, hard),
                Objectives.decoupledDistillation(T, 1, 8, hard),
                Objectives.balancedDistillation(T, ClassWeights.instanceBalanced())
                        .withHardLabels(hard))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mixture.phases(counts, 5))
                    .withMessage(
                            "class 'refund' must have at least one training instance for logit adjustment but had 0");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void parametersOutOfRangeAreRefused(double value) {
        HardLabelObjective hard = Objectives.crossEntropy();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.distillation(T, value, hard))
                .withMessage("alpha must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.decoupledDistillation(T, value, 1, hard))
                .withMessage("alpha must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.decoupledDistillation(T, 1, value, hard))
                .withMessage("beta must be finite and >= 0 but was " + value);
    }
}
