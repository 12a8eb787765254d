package io.github.bkd4j.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.evaluate.Detection;
import io.github.bkd4j.evaluate.Logits;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScopeDetectorTest {

    private static final Logits LOGITS = new Logits(List.of("a", "b"), new float[][] {{2, 2}, {4, 4}});

    /** Probabilities are equal; energies -2 and -4 less log 2: mean -3, deviation 1; shares 0 and 1: 0.5, 0.5. */
    @Test
    void equalWeightsByHand() {
        ScopeDetector detector = ScopeDetector.of(LOGITS, new double[] {0, 1});

        assertThat(detector.weights()).containsExactly(1.0, 1.0, 1.0);
        assertThat(detector.means().get(1)).isCloseTo(-3 - Math.log(2), within(1e-6));
        assertThat(detector.deviations().get(1)).isCloseTo(1, within(1e-6));
        assertThat(detector.scores(LOGITS, new double[] {0, 1})).containsExactly(new double[] {0, 0}, within(1e-6));
        assertThat(detector.scores(LOGITS, new double[] {1, 1})).containsExactly(new double[] {2, 0}, within(1e-6));
    }

    /** Of two kinds of texts that differ in energy alone, texts out of scope teach that energy is what counts. */
    @Test
    void textsOutOfScopeTeachTheWeights() {
        Random random = new Random(1);
        Logits inScope = logits(random, 500, 6);
        Logits outOfScope = logits(random, 100, 4);
        double[] noise = random.doubles(500).toArray();
        double[] noiseOut = random.doubles(100).toArray();

        ScopeDetector equal = ScopeDetector.of(inScope, noise);
        ScopeDetector taught = ScopeDetector.of(inScope, noise, outOfScope, noiseOut);

        assertThat(taught.weights().get(1))
                .isGreaterThan(5 * Math.abs(taught.weights().get(2)));
        assertThat(auroc(taught, outOfScope, noiseOut, inScope, noise))
                .isGreaterThan(auroc(equal, outOfScope, noiseOut, inScope, noise));
    }

    private static double auroc(
            ScopeDetector detector, Logits out, double[] outUnknown, Logits in, double[] inUnknown) {
        return Detection.of(detector.scores(out, outUnknown), detector.scores(in, inUnknown))
                .auroc();
    }

    private static Logits logits(Random random, int texts, double level) {
        float[][] rows = new float[texts][2];
        for (float[] row : rows) {
            row[0] = (float) (level + random.nextGaussian());
            row[1] = row[0] - 3;
        }
        return new Logits(List.of("a", "b"), rows);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        List<Double> three = Collections.nCopies(3, 1.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScopeDetector(three, three, List.of(1.0)))
                .withMessage("means, deviations and weights must be one per score, 3, but were 3, 3 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScopeDetector(three, Arrays.asList(1.0, 0.0, 1.0), three))
                .withMessage("deviation must be finite and > 0 but was 0.0");
        Logits none = new Logits(List.of("a"), new float[0][]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScopeDetector.of(none, new double[0]))
                .withMessage("texts in scope must be at least one but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScopeDetector.of(LOGITS, new double[2], none, new double[0]))
                .withMessage("texts out of scope must be at least one but were none");
    }
}
