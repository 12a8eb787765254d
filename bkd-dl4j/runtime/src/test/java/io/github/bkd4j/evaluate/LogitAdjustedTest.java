package io.github.bkd4j.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogitAdjustedTest {

    private static final Corpus<String> TEST = TestSet.of("a");
    private static final ClassCounts TRAINING = new ClassCounts(List.of("a", "b"), List.of(300L, 100L));

    @Test
    void theLogPriorIsSubtracted() {
        Logits adjusted = new LogitAdjusted<>(always(List.of("a", "b"), 1, 2), TRAINING, 2).predict(TEST.instances());

        assertThat(adjusted.labels()).containsExactly("a", "b");
        assertThat(adjusted.size()).isEqualTo(1);
        assertThat(adjusted.row(0))
                .containsExactly(
                        new float[] {(float) (1 - 2 * Math.log(0.75)), (float) (2 - 2 * Math.log(0.25))},
                        within(1e-6f));
    }

    @Test
    void priorsAreMatchedByName() {
        Logits adjusted = new LogitAdjusted<>(always(List.of("b", "a"), 0, 0), TRAINING, 1).predict(TEST.instances());

        assertThat(adjusted.row(0))
                .containsExactly(new float[] {(float) -Math.log(0.25), (float) -Math.log(0.75)}, within(1e-6f));
    }

    @Test
    void theAdjustedPredictorsOwnLogitsStayAsTheyAre() {
        Logits logits = new Logits(TRAINING.labels(), new float[][] {{1, 2}});

        new LogitAdjusted<String>(texts -> logits, TRAINING, 1).predict(TEST.instances());

        assertThat(logits.row(0)).containsExactly(1, 2);
    }

    /** Where the logits are the prior's logarithm, the likelihood is the same for all classes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPredictorThatKnowsNothingButThePriorIsAdjustedToUniform(long seed) {
        List<Long> counts = new Random(seed).longs(3, 1, 100_000).boxed().toList();
        List<String> labels = List.of("a", "b", "c");
        float[] logCounts = new float[3];
        for (int c = 0; c < 3; c++) {
            logCounts[c] = (float) Math.log(counts.get(c));
        }

        Logits adjusted = new LogitAdjusted<>(always(labels, logCounts), new ClassCounts(labels, counts), 1)
                .predict(TEST.instances());

        assertThat(adjusted.probabilities(0)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-5));
    }

    @Test
    void tauZeroChangesNothing() {
        assertThat(new LogitAdjusted<>(always(TRAINING.labels(), 1, 2), TRAINING, 0)
                        .predict(TEST.instances())
                        .row(0))
                .containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void tauOutOfRangeIsRefused(double tau) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogitAdjusted<>(always(TRAINING.labels(), 1, 2), TRAINING, tau))
                .withMessage("tau must be finite and >= 0 but was " + tau);
    }

    @Test
    void aClassWithoutATrainingInstanceIsNamed() {
        ClassCounts training = new ClassCounts(List.of("delivery", "refund"), List.of(12L, 0L));
        LogitAdjusted<String> unknown = new LogitAdjusted<>(always(List.of("a", "lost"), 1, 2), TRAINING, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogitAdjusted<>(always(training.labels(), 1, 2), training, 1))
                .withMessage("class 'refund' must have at least one training instance for logit adjustment but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unknown.predict(TEST.instances()))
                .withMessage("class 'lost' must have at least one training instance for logit adjustment but had 0");
    }

    @Test
    void partialLogitsAreRefused() {
        Predictor<String> silent = texts -> Logits.partial(TRAINING.labels(), new float[][] {null});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogitAdjusted<>(silent, TRAINING, 1).predict(TEST.instances()))
                .withMessage("logits must have a row for every instance but were silent on instance 0");
    }

    private static Predictor<String> always(List<String> labels, float... row) {
        return texts -> new Logits(labels, texts.stream().map(text -> row).toArray(float[][]::new));
    }
}
