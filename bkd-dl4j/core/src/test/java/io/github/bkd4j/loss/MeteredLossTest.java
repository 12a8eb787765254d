package io.github.bkd4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

class MeteredLossTest {

    private static final IActivation IDENTITY = new ActivationIdentity();

    private final LogitLoss loss = new KdLoss(2, 1);
    private final MeteredLoss metered = new MeteredLoss(loss);
    private final RandomBatch first = RandomBatch.of(7);
    private final RandomBatch second = RandomBatch.of(8);

    @Test
    void computesWhatTheLossComputes() {
        INDArray labels = labels(first);

        INDArray gradient = metered.computeGradient(labels, first.logits(), IDENTITY, null);

        assertThat(gradient).isEqualTo(loss.computeGradient(labels, first.logits(), IDENTITY, null));
        assertThat(metered.computeScore(labels, first.logits(), IDENTITY, null, true))
                .isEqualTo(mean(first));
        assertThat(metered.computeScore(labels, first.logits(), IDENTITY, null, false))
                .isEqualTo(mean(first) * first.size());
        assertThat(metered.computeScoreArray(labels, first.logits(), IDENTITY, null))
                .isEqualTo(loss.computeScoreArray(labels, first.logits(), IDENTITY, null));
        assertThat(metered.name()).isEqualTo(loss.name());
    }

    @Test
    void scoreAndGradientTogetherAreMeteredOnce() {
        var both = metered.computeGradientAndScore(labels(first), first.logits(), IDENTITY, null, true);

        assertThat(both.getFirst()).isEqualTo(mean(first));
        assertThat(both.getSecond()).isEqualTo(loss.computeGradient(labels(first), first.logits(), IDENTITY, null));
        assertClose(metered.takeMean(), loss.terms(labels(first), first.logits()));
    }

    @Test
    void theMeanIsOverInstancesAndStartsAnewOnceTaken() {
        metered.computeGradient(labels(first), first.logits(), IDENTITY, null);
        metered.computeGradient(labels(second), second.logits(), IDENTITY, null);
        LossTerms sum = loss.terms(labels(first), first.logits())
                .times(first.size())
                .plus(loss.terms(labels(second), second.logits()).times(second.size()));
        int instances = first.size() + second.size();
        LossTerms mean = metered.takeMean();

        assertThat(first.size()).isNotEqualTo(second.size());
        assertClose(mean, sum.times(1.0 / instances));
        assertThat(metered.takeMean()).isEqualTo(LossTerms.ZERO);

        metered.computeGradient(labels(second), second.logits(), IDENTITY, null);
        assertClose(metered.takeMean(), loss.terms(labels(second), second.logits()));
    }

    @Test
    void theLastMeanIsThatOfTheLastBatch() {
        assertThat(metered.lastMean()).isNaN();

        metered.computeGradient(labels(first), first.logits(), IDENTITY, null);
        metered.computeGradient(labels(second), second.logits(), IDENTITY, null);
        metered.takeMean();

        assertThat(metered.lastMean()).isEqualTo(mean(second));
    }

    @Test
    void aLossThatIsNotFiniteIsRefused() {
        metered.computeGradient(labels(first), first.logits(), IDENTITY, null);
        INDArray logits = first.logits().dup();
        logits.putScalar(0, Double.NaN);

        assertThatThrownBy(() -> metered.computeGradient(labels(first), logits, IDENTITY, null))
                .isInstanceOf(NonFiniteLossException.class)
                .hasMessage("loss must be finite but was NaN after " + mean(first));
        assertThat(metered.lastMean()).isEqualTo(mean(first));
    }

    private static void assertClose(LossTerms actual, LossTerms expected) {
        assertThat(actual.hard()).isCloseTo(expected.hard(), within(1e-14));
        assertThat(actual.distillation()).isCloseTo(expected.distillation(), within(1e-14));
    }

    private static INDArray labels(RandomBatch batch) {
        return Arrays2d.packed(batch.labels(), batch.teacher());
    }

    private double mean(RandomBatch batch) {
        return loss.terms(labels(batch), batch.logits()).total();
    }
}
