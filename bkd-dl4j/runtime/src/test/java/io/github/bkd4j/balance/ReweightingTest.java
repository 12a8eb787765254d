package io.github.bkd4j.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReweightingTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 100_000})
    void fromTheStartIsTheFirstEpoch(int epochs) {
        assertThat(Reweighting.fromTheStart().firstEpoch(epochs)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 100_000})
    void deferredToAnEpochIsThatEpochHoweverLongTheTraining(int epochs) {
        assertThat(Reweighting.deferredToEpoch(160).firstEpoch(epochs)).isEqualTo(160);
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 200, 160",
        "0.8, 1, 1",
        "0, 200, 0",
        "1, 200, 200",
        "0.29, 100, 29",
        "0.07, 100, 7",
        "0.5, 1000000000, 500000000"
    })
    void deferredToAShareIsTheNearestEpoch(double share, int epochs, int firstEpoch) {
        assertThat(Reweighting.deferredToShare(share).firstEpoch(epochs)).isEqualTo(firstEpoch);
    }

    @Test
    void aNegativeEpochIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reweighting.deferredToEpoch(-1))
                .withMessage("epoch must be >= 0 but was -1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutOfRangeIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reweighting.deferredToShare(share))
                .withMessage("share must be in [0, 1] but was " + share);
    }
}
