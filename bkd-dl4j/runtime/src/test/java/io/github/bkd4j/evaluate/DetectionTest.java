package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {

    /** Pairs: 3 beats 1 and 2 and ties with 3; 2 beats 1, ties with 2, loses to 3: (2.5 + 1.5) of 6. */
    @Test
    void areaByHand() {
        Detection detection = Detection.of(new double[] {3, 2}, new double[] {1, 2, 3});

        assertThat(detection.auroc()).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(detection.falsePositiveRate()).isCloseTo(2 / 3.0, within(1e-12)); // from 2 on
    }

    /** 19 of 20 lie at 1 and above, where one of four in scope lies. */
    @Test
    void falsePositivesAtARecallOf95() {
        double[] outOfScope = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        assertThat(Detection.threshold(outOfScope, 0.95)).isEqualTo(1);
        assertThat(Detection.of(outOfScope, new double[] {0, 0.5, 0.9, 1}).falsePositiveRate())
                .isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theAreaIsThatOfAllPairs(long seed) {
        Random random = new Random(seed);
        double[] outOfScope = random.ints(40, 3, 12).asDoubleStream().toArray();
        double[] inScope = random.ints(60, 0, 9).asDoubleStream().toArray();
        double wins = 0;
        for (double positive : outOfScope) {
            for (double negative : inScope) {
                wins += positive > negative ? 1 : positive == negative ? 0.5 : 0;
            }
        }
        assertThat(Detection.of(outOfScope, inScope).auroc()).isCloseTo(wins / 2400, within(1e-12));
    }

    @Test
    void oneSideAloneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Detection.of(new double[0], new double[2]))
                .withMessage("instances out of scope and in scope must be at least one each but were 0 and 2");
    }
}
