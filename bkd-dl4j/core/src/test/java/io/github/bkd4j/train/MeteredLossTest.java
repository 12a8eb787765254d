package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.loss.KdLoss;
import io.github.bkd4j.loss.LogitLoss;
import io.github.bkd4j.loss.LossTerms;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MeteredLossTest {

    private static final IActivation IDENTITY = new ActivationIdentity();

    private final LogitLoss loss = new KdLoss(2, 1);
    private final MeteredLoss metered = new MeteredLoss(loss);
    private final Packed first = Packed.of(7, 3);
    private final Packed second = Packed.of(8, 5);

    /** Labels beside a teacher's logits, and a student's logits, of 4 classes. */
    private record Packed(INDArray labels, INDArray logits) {

        static Packed of(long seed, int size) {
            Random random = new Random(seed);
            double[][] labels = new double[size][8];
            double[][] logits = new double[size][4];
            for (int i = 0; i < size; i++) {
                labels[i][random.nextInt(4)] = 1;
                for (int c = 0; c < 4; c++) {
                    labels[i][4 + c] = 3 * random.nextGaussian();
                    logits[i][c] = 3 * random.nextGaussian();
                }
            }
            return new Packed(Nd4j.createFromArray(labels), Nd4j.createFromArray(logits));
        }

        int size() {
            return (int) logits.size(0);
        }
    }

    @Test
    void computesWhatTheLossComputes() {
        INDArray labels = first.labels();

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
        var both = metered.computeGradientAndScore(first.labels(), first.logits(), IDENTITY, null, true);

        assertThat(both.getFirst()).isEqualTo(mean(first));
        assertThat(both.getSecond()).isEqualTo(loss.computeGradient(first.labels(), first.logits(), IDENTITY, null));
        assertClose(metered.takeMean(), loss.terms(first.labels(), first.logits()));
    }

    @Test
    void theMeanIsOverInstancesAndStartsAnewOnceTaken() {
        metered.computeGradient(first.labels(), first.logits(), IDENTITY, null);
        metered.computeGradient(second.labels(), second.logits(), IDENTITY, null);
        LossTerms sum = loss.terms(first.labels(), first.logits())
                .times(first.size())
                .plus(loss.terms(second.labels(), second.logits()).times(second.size()));
        int instances = first.size() + second.size();
        LossTerms mean = metered.takeMean();

        assertThat(first.size()).isNotEqualTo(second.size());
        assertClose(mean, sum.times(1.0 / instances));
        assertThat(metered.takeMean()).isEqualTo(LossTerms.ZERO);

        metered.computeGradient(second.labels(), second.logits(), IDENTITY, null);
        assertClose(metered.takeMean(), loss.terms(second.labels(), second.logits()));
    }

    @Test
    void theLastMeanIsThatOfTheLastBatch() {
        assertThat(metered.lastMean()).isNaN();

        metered.computeGradient(first.labels(), first.logits(), IDENTITY, null);
        metered.computeGradient(second.labels(), second.logits(), IDENTITY, null);
        metered.takeMean();

        assertThat(metered.lastMean()).isEqualTo(mean(second));
    }

    @Test
    void aLossThatIsNotFiniteIsRefused() {
        metered.computeGradient(first.labels(), first.logits(), IDENTITY, null);
        INDArray logits = first.logits().dup();
        logits.putScalar(0, Double.NaN);

        assertThatThrownBy(() -> metered.computeGradient(first.labels(), logits, IDENTITY, null))
                .isInstanceOf(NonFiniteLossException.class)
                .hasMessage("loss must be finite but was NaN after " + mean(first));
        assertThat(metered.lastMean()).isEqualTo(mean(first));
    }

    private static void assertClose(LossTerms actual, LossTerms expected) {
        assertThat(actual.hard()).isCloseTo(expected.hard(), within(1e-14));
        assertThat(actual.distillation()).isCloseTo(expected.distillation(), within(1e-14));
    }

    private double mean(Packed batch) {
        return loss.terms(batch.labels(), batch.logits()).total();
    }
}
