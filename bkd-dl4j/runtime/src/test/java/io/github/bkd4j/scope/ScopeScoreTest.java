package io.github.bkd4j.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeScoreTest {

    private static final float LOG3 = (float) Math.log(3);
    private static final Logits LOGITS = new Logits(List.of("a", "b"), new float[][] {{LOG3, 0}, {100, 100}});
    private static final double[] UNKNOWN = {0.25, 0.5};

    /** Probabilities 3/4 and 1/2; log(3 + 1), and 100 + log 2. */
    @Test
    void byHand() {
        assertThat(ScopeScore.TOP_PROBABILITY.of(LOGITS, UNKNOWN))
                .containsExactly(new double[] {0.25, 0.5}, within(1e-7));
        assertThat(ScopeScore.ENERGY.of(LOGITS, UNKNOWN))
                .containsExactly(new double[] {-Math.log(4), -100 - Math.log(2)}, within(1e-6));
        assertThat(ScopeScore.UNKNOWN_WORDS.of(LOGITS, UNKNOWN)).containsExactly(0.25, 0.5);
    }

    @Test
    void namesAreWords() {
        assertThat(ScopeScore.values())
                .extracting(ScopeScore::toString)
                .containsExactly("top probability", "energy", "unknown words");
    }

    @Test
    void sharesOfOtherTextsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScopeScore.ENERGY.of(LOGITS, new double[1]))
                .withMessage("unknown shares must be one per text, 2, but were 1");
    }
}
