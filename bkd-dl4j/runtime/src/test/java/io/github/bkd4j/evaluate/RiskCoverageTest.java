package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.evaluate.RiskCoverage.Point;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

    /** Risks 0, 1/2, 1/3, 2/4: their mean is 1/3. */
    @Test
    void curveAndAreaByHand() {
        RiskCoverage curve = RiskCoverage.of(Confident.of("a.7 b.9 a.8x b.6x"));

        assertThat(curve.points()).extracting(Point::coverage).containsExactly(0.25, 0.5, 0.75, 1.0);
        assertThat(curve.points()).extracting(Point::risk).containsExactly(0.0, 0.5, 1.0 / 3, 0.5);
        assertThat(curve.points().get(0).threshold()).isCloseTo(0.9, within(1e-6));
        assertThat(curve.area()).isCloseTo(1.0 / 3, within(1e-12));
    }

    /** One error in a block of three equals: 1/3 after one, 2/3 after two, 1 after three; risks all 1/3. */
    @Test
    void errorsAmongEqualsAreSpreadEvenly() {
        RiskCoverage curve = RiskCoverage.of(Confident.of("a.8 a.8x b.8"));

        assertThat(curve.points()).hasSize(1);
        assertThat(curve.area()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void perfectAndHopeless() {
        assertThat(RiskCoverage.of(Confident.of("a.8 b.7")).area()).isZero();
        assertThat(RiskCoverage.of(Confident.of("a.8x b.7x")).area()).isEqualTo(1);
    }
}
