package io.github.bkd4j.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Logits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweredPriorTest {

    private static final double[] SHARES = {0.8, 0.2};

    /** Normal classes around -1 and 1; the logits are right under a prior, and then multiplied by a temperature. */
    private static HeldOut<String> heldOut(long seed, double answeredFirst, double temperature) {
        Random random = new Random(seed);
        List<Labeled<String>> rows = new ArrayList<>();
        List<float[]> logits = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            boolean first = random.nextDouble() < SHARES[0];
            double x = random.nextGaussian() + (first ? -1 : 1);
            double difference = -2 * x + Math.log(answeredFirst / (1 - answeredFirst));
            rows.add(new Labeled<>("text", first ? "a" : "b"));
            logits.add(new float[] {(float) (temperature * difference), 0});
        }
        return new HeldOut<>(Corpus.of(rows), new Logits(List.of("a", "b"), logits.toArray(float[][]::new)));
    }

    /** Under the prior of the instances (cross-entropy), under equal shares (balanced), and between. */
    @ParameterizedTest
    @CsvSource({"1, 0.8, 1", "2, 0.5, 1", "3, 0.65, 1", "4, 0.8, 3", "5, 0.5, 0.5", "6, 0.65, 2"})
    void temperatureAndPriorAreFound(long seed, double answeredFirst, double temperature) {
        AnsweredPrior fitted = AnsweredPrior.fit(heldOut(seed, answeredFirst, temperature));

        assertThat(fitted.temperature()).isCloseTo(temperature, within(0.08 * temperature));
        assertThat(fitted.prior().get(0)).isCloseTo(answeredFirst, within(0.03));
        assertThat(fitted.prior().get(0) + fitted.prior().get(1)).isCloseTo(1, within(1e-12));
    }

    /** The best factor of the logits would be negative: as much as nothing is left of them. */
    @Test
    void logitsThatSayTheOppositeHaveAHighTemperature() {
        assertThat(AnsweredPrior.fit(heldOut(7, 0.8, -1)).temperature())
                .isGreaterThan(1000)
                .isFinite();
    }

    @Test
    void classesThatTheClassifierDoesNotKnowAreRefusedIfThereIsNoOther() {
        HeldOut<String> unknown = new HeldOut<>(
                Corpus.of(List.of(new Labeled<>("text", "c"))), new Logits(List.of("a", "b"), new float[][] {{1, 2}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnsweredPrior.fit(unknown))
                .withMessage("held-out instances must be of classes that the classifier knows but none was");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnsweredPrior(0, List.of(1.0)))
                .withMessage("temperature must be finite and > 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnsweredPrior(1, List.of(0.0, 1.0)))
                .withMessage("shares must be > 0 but were [0.0, 1.0]");
    }
}
