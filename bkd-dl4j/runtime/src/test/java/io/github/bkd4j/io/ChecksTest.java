package io.github.bkd4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    @Test
    void whatHoldsIsAcceptedAndWhatDoesNotIsRefused() {
        Checks.require(true, "depth must be odd but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.require(false, "depth must be odd but was 4"))
                .withMessage("depth must be odd but was 4");
    }

    @Test
    void aLowerBound() {
        assertThat(Checks.atLeast("epochs", 1, 1)).isEqualTo(1);
        assertThat(Checks.atLeast("steps", 1, 3_000_000_000L)).isEqualTo(3_000_000_000L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.atLeast("epochs", 1, 0))
                .withMessage("epochs must be >= 1 but was 0");
    }

    @Test
    void theEndsThatBelongToARangeAreAccepted() {
        assertThat(Checks.finite("mean", -1)).isEqualTo(-1);
        assertThat(Checks.finiteAndPositive("scale", Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Checks.finiteAtLeastZero("tau", 0)).isZero();
        assertThat(Checks.share("dropout", 0)).isZero();
        assertThat(Checks.inUnitInterval("recall", 0)).isZero();
        assertThat(Checks.inUnitInterval("recall", 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noRangeHasWhatIsNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.finite("mean", value))
                .withMessage("mean must be finite but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.finiteAndPositive("scale", value))
                .withMessage("scale must be finite and > 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.finiteAtLeastZero("tau", value))
                .withMessage("tau must be finite and >= 0 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.share("dropout", value))
                .withMessage("dropout must be >= 0 and < 1 but was " + value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.inUnitInterval("recall", value))
                .withMessage("recall must be in [0, 1] but was " + value);
    }

    @Test
    void whatIsJustOutsideIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.finiteAndPositive("scale", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.finiteAtLeastZero("tau", -Double.MIN_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.share("dropout", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.inUnitInterval("recall", Math.nextUp(1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> Checks.inUnitInterval("recall", -Double.MIN_VALUE));
    }

    @Test
    void aBlankTextIsRefused() {
        assertThat(Checks.notBlank("system", " kd")).isEqualTo(" kd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notBlank("system", " "))
                .withMessage("system must not be blank but was \" \"");
    }
}
