package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every loss on logits must do. */
abstract class LossContract {

    static final IActivation IDENTITY = new ActivationIdentity();
    static final double EXACT = 1e-11;

    /** The loss with the parameters of the batch. */
    abstract LogitLoss loss(RandomBatch batch);

    /** What the loss reads beside the logits. */
    abstract INDArray labels(RandomBatch batch);

    /** A batch that the loss can take. */
    RandomBatch batch(long seed) {
        return RandomBatch.of(seed);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void gradientIsTheCentralDifferenceOfTheScore(long seed) {
        RandomBatch batch = batch(seed);

        assertClose(gradient(batch, null), centralDifferences(batch, null), 1e-7);
        assertClose(gradient(batch, batch.mask()), centralDifferences(batch, batch.mask()), 1e-7);
    }

    /** Of the sum over the batch, [batch, classes]. */
    private INDArray centralDifferences(RandomBatch batch, @Nullable INDArray mask) {
        double step = 1e-5;
        INDArray differences = batch.logits().dup();
        for (long i = 0; i < differences.length(); i++) {
            INDArray up = batch.logits().dup();
            INDArray down = batch.logits().dup();
            up.putScalar(i, up.getDouble(i) + step);
            down.putScalar(i, down.getDouble(i) - step);
            double rise = score(batch.with(up, batch.teacher()), mask) - score(batch.with(down, batch.teacher()), mask);
            differences.putScalar(i, rise / (2 * step));
        }
        return differences;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void permutingTheClassesPermutesTheGradient(long seed) {
        RandomBatch batch = batch(seed);
        int[] order = batch.permutation(seed);
        RandomBatch permuted = batch.permuted(order);

        assertClose(gradient(permuted, null), gradient(batch, null).getColumns(order), EXACT);
        assertClose(score(permuted, null), score(batch, null), EXACT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hugeLogitsGiveFiniteScoreAndGradient(long seed) {
        RandomBatch batch = batch(seed).huge();

        assertThat(score(batch, null)).isFinite();
        assertThat(DoubleStream.of(gradient(batch, null).data().asDouble())).allMatch(Double::isFinite);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTermsAndEveryFormOfTheScoreAgree(long seed) {
        RandomBatch batch = batch(seed);
        LogitLoss loss = loss(batch);
        INDArray labels = labels(batch);
        double mean = loss.computeScore(labels, batch.logits(), IDENTITY, null, true);
        INDArray each = loss.computeScoreArray(labels, batch.logits(), IDENTITY, null);
        Pair<Double, INDArray> both = loss.computeGradientAndScore(labels, batch.logits(), IDENTITY, null, true);

        assertClose(loss.terms(labels, batch.logits()).total(), mean, EXACT);
        assertClose(score(batch, null), mean * batch.size(), EXACT);
        assertThat(each.shape()).containsExactly(batch.size(), 1);
        assertClose(each.sumNumber().doubleValue(), mean * batch.size(), EXACT);
        assertThat(both.getFirst()).isEqualTo(mean);
        assertThat(both.getSecond()).isEqualTo(gradient(batch, null));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void maskedInstancesAddNothing(long seed) {
        RandomBatch batch = batch(seed);
        RandomBatch kept = batch.kept();
        INDArray gradient = gradient(batch, batch.mask());

        assertClose(score(batch, batch.mask()), score(kept, null), EXACT);
        assertClose(gradient.getRows(rowsWith(1, batch.mask())), gradient(kept, null), EXACT);
        for (int masked : rowsWith(0, batch.mask())) {
            assertThat(gradient.getRow(masked).toDoubleVector()).containsOnly(0);
        }
    }

    private static int[] rowsWith(double value, INDArray mask) {
        return IntStream.range(0, (int) mask.length())
                .filter(i -> mask.getDouble(i) == value)
                .toArray();
    }

    @Test
    void aBatchOfMaskedInstancesIsNoLoss() {
        RandomBatch batch = batch(0);
        INDArray mask = Nd4j.zeros(batch.mask().dataType(), batch.mask().shape());

        assertThat(score(batch, mask)).isZero();
        assertThat(gradient(batch, mask).data().asDouble()).containsOnly(0);
    }

    @Test
    void theOrderInMemoryDoesNotMatterAndTheArraysStayAsTheyWere() {
        RandomBatch batch = batch(1);
        INDArray logits = batch.logits().dup('f');
        INDArray labels = labels(batch).dup('f');

        assertThat(loss(batch).computeGradient(labels, logits, IDENTITY, null)).isEqualTo(gradient(batch, null));
        assertThat(logits).isEqualTo(batch.logits());
        assertThat(labels).isEqualTo(labels(batch));
    }

    @Test
    void anActivationInFrontIsRefused() {
        RandomBatch batch = batch(2);
        LogitLoss loss = loss(batch);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.computeScore(labels(batch), batch.logits(), new ActivationSoftmax(), null, true))
                .withMessage(
                        "output activation must be identity, for " + loss.name() + " takes logits, but was softmax");
    }

    @Test
    void arraysThatDoNotFitTogetherAreRefused() {
        LogitLoss loss = loss(RandomBatch.of(new Random(3), 5, 4));
        int width = 4 + loss.teacherColumns(4);
        String rule = "labels of " + loss.name() + " must be [5, " + width + "] for logits of [5, 4] but were ";

        assertRefused(loss, Nd4j.ones(5, 5), Nd4j.ones(5, 4), null, rule + "[5, 5]");
        assertRefused(loss, Nd4j.ones(5, 12 - width), Nd4j.ones(5, 4), null, rule + "[5, " + (12 - width) + "]");
        assertRefused(loss, Nd4j.ones(6, width), Nd4j.ones(5, 4), null, rule + "[6, " + width + "]");
        assertRefused(loss, Nd4j.ones(5, width, 3), Nd4j.ones(5, 4), null, rule + "[5, " + width + ", 3]");
        assertRefused(
                loss,
                Nd4j.ones(5, width),
                Nd4j.ones(5, 4, 3),
                null,
                "logits must be [batch, classes] but were [5, 4, 3]");
    }

    @Test
    void aMaskOfAnotherShapeIsRefused() {
        RandomBatch batch = RandomBatch.of(new Random(4), 5, 4);
        for (INDArray mask : Arrays.asList(Nd4j.ones(5, 4), Nd4j.ones(1, 5), Nd4j.ones(4, 1), Nd4j.scalar(1.0))) {
            assertRefused(
                    loss(batch),
                    labels(batch),
                    batch.logits(),
                    mask,
                    "mask must be [5, 1], one number an instance, but was " + Arrays.toString(mask.shape()));
        }
    }

    /** Asserts that two losses say the same of the same arrays, with the batch's mask and without. */
    static void assertSame(LogitLoss actual, LogitLoss expected, RandomBatch batch, INDArray labels) {
        for (INDArray mask : Arrays.asList(null, batch.mask())) {
            Pair<Double, INDArray> one = actual.computeGradientAndScore(labels, batch.logits(), IDENTITY, mask, true);
            Pair<Double, INDArray> other =
                    expected.computeGradientAndScore(labels, batch.logits(), IDENTITY, mask, true);
            assertClose(one.getFirst(), other.getFirst(), EXACT);
            assertClose(one.getSecond(), other.getSecond(), EXACT);
        }
    }

    static void assertRefused(
            LogitLoss loss, INDArray labels, INDArray logits, @Nullable INDArray mask, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.computeGradient(labels, logits, IDENTITY, mask))
                .withMessage(message);
    }

    final INDArray gradient(RandomBatch batch, @Nullable INDArray mask) {
        return loss(batch).computeGradient(labels(batch), batch.logits(), IDENTITY, mask);
    }

    /** The sum over the batch. */
    private double score(RandomBatch batch, @Nullable INDArray mask) {
        return loss(batch).computeScore(labels(batch), batch.logits(), IDENTITY, mask, false);
    }
}
