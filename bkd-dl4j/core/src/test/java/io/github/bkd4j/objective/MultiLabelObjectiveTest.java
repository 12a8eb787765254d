package io.github.bkd4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.AsymmetricLoss;
import io.github.bkd4j.loss.BinaryBkdLoss;
import io.github.bkd4j.loss.BinaryCrossEntropyLoss;
import io.github.bkd4j.loss.BinaryFocalLoss;
import io.github.bkd4j.loss.BinaryLogitAdjustedLoss;
import io.github.bkd4j.loss.DistributionBalancedLoss;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.loss.Temperature;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MultiLabelObjectiveTest {

    private static final List<Long> SIZES = List.of(2L, 1L, 0L, 4L);
    private static final ClassCounts COUNTS = new ClassCounts(List.of("a", "b", "none", "all"), SIZES);
    private static final long TEXTS = 4;

    /** beta 1/2: an effective number of 2 - 2^(1 - n), so 3/2 of 2 texts, 1 of 1 and 7/4 of 3. */
    private static final double HALF = 0.5;

    static List<Arguments> all() {
        Temperature two = Temperature.of(2);
        return List.of(
                arguments("ce", new MultiLabelObjective.CrossEntropy(), new BinaryCrossEntropyLoss()),
                arguments("focal", new MultiLabelObjective.Focal(2), new BinaryFocalLoss(2)),
                arguments("asymmetric", new MultiLabelObjective.Asymmetric(0, 4, 0.05), new AsymmetricLoss(0, 4, 0.05)),
                arguments(
                        "db",
                        new MultiLabelObjective.DistributionBalanced(),
                        new DistributionBalancedLoss(SIZES, TEXTS)),
                arguments(
                        "logit-adjusted",
                        new MultiLabelObjective.LogitAdjusted(0.5),
                        new BinaryLogitAdjustedLoss(SIZES, TEXTS, 0.5)),
                arguments("kd", new MultiLabelObjective.Distillation(two, 3, 0, HALF), new BinaryBkdLoss(2, 3)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void becomesTheLossOfItsName(String name, MultiLabelObjective objective, LogitLoss loss) {
        assertThat(objective.name()).isEqualTo(name);
        assertThat(objective.loss(COUNTS, TEXTS)).isEqualTo(loss);
        assertThat(objective.needsTeacher()).isEqualTo(loss.needsTeacher());
        assertThat(objective.on(TEXTS).phases(COUNTS, 5)).containsExactly(new Phase(0, loss));
        assertThat(objective.on(TEXTS).name()).isEqualTo(name);
        assertThat(objective.on(TEXTS).needsTeacher()).isEqualTo(loss.needsTeacher());
    }

    /** Weights 2/3 and 1 over 1 and 4/7; labels that no text has, or every one, are not corrected for. */
    @Test
    void balancedDistillationHasTheRatiosOfTheEffectiveNumbers() {
        MultiLabelObjective bkd = new MultiLabelObjective.Distillation(Temperature.of(2), 1, 0.3, HALF);
        BinaryBkdLoss loss = (BinaryBkdLoss) bkd.loss(COUNTS, TEXTS);

        assertThat(bkd.name()).isEqualTo("bkd");
        assertThat(loss.tempering()).isEqualTo(0.3);
        List<Double> ratios = Objects.requireNonNull(loss.ratios());
        assertThat(ratios).hasSize(4);
        assertThat(ratios.get(0)).isCloseTo(1, within(1e-15)); // 2 of 4 have it
        assertThat(ratios.get(1)).isCloseTo(7 / 4.0, within(1e-15));
        assertThat(ratios.subList(2, 4)).containsExactly(1.0, 1.0);
    }

    /** 2/3, 1, 1 as of one text, 8/15, over their mean 4/5. */
    @Test
    void balancedFocalLossHasWeightsOfMeanOne() {
        BinaryFocalLoss loss = (BinaryFocalLoss) new MultiLabelObjective.BalancedFocal(2, HALF).loss(COUNTS, TEXTS);

        assertThat(Objects.requireNonNull(loss.weights()).stream()
                        .mapToDouble(w -> w)
                        .toArray())
                .containsExactly(new double[] {5 / 6.0, 5 / 4.0, 5 / 4.0, 2 / 3.0}, within(1e-15));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultiLabelObjective.Distillation(Temperature.of(2), 1, -1, HALF))
                .withMessage("tempering must be finite and >= 0 but was -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultiLabelObjective.BalancedFocal(2, 1))
                .withMessage("beta must be >= 0 and < 1 but was 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultiLabelObjective.LogitAdjusted(-1))
                .withMessage("tau must be finite and >= 0 but was -1.0");
    }
}
