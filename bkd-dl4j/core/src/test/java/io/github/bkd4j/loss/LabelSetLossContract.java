package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every loss on label sets must do; the sets of a batch are where its teacher's logits are positive. */
abstract class LabelSetLossContract extends LossContract {

    @Override
    INDArray labels(RandomBatch batch) {
        return sets(batch);
    }

    /** 1 or 0, [batch, labels]. */
    static INDArray sets(RandomBatch batch) {
        return batch.teacher().gt(0).castTo(DataType.DOUBLE);
    }

    /** Instances that have each label, of 5,000: neither none nor all of them. */
    static final long INSTANCES = 5000;

    /** Fewer than of the other losses: there are many of these. */
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** Each label is a problem of its own: the loss is the sum over the labels, were all others unknown. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anUnknownLabelAddsNothing(long seed) {
        RandomBatch batch = batch(seed);
        LogitLoss loss = loss(batch);
        INDArray unknown = labels(batch);
        int label = new Random(seed).nextInt(batch.classes());
        unknown.getColumn(label).assign(-1);
        INDArray moved = batch.logits().dup();
        moved.getColumn(label).addi(7);

        INDArray gradient = loss.hardLabels().computeGradient(hard(unknown, batch), batch.logits(), IDENTITY, null);
        INDArray other = loss.hardLabels().computeGradient(hard(unknown, batch), moved, IDENTITY, null);

        assertThat(gradient.getColumn(label).toDoubleVector()).containsOnly(0);
        assertClose(other, gradient, EXACT);
        assertClose(
                loss.hardLabels().terms(hard(unknown, batch), moved).hard(),
                loss.hardLabels().terms(hard(unknown, batch), batch.logits()).hard(),
                EXACT);
    }

    private static INDArray hard(INDArray labels, RandomBatch batch) {
        return labels.getColumns(IntStream.range(0, batch.classes()).toArray());
    }

    @Test
    void anInstanceOfWhichNothingIsKnownDoesNotCountInTheMean() {
        RandomBatch batch = RandomBatch.of(new Random(1), 3, 4);
        HardLabelLoss loss = loss(batch).hardLabels();
        INDArray labels = sets(batch);
        INDArray unknown = labels.dup();
        unknown.getRow(1).assign(-1);
        int[] others = {0, 2};

        assertClose(
                loss.terms(unknown, batch.logits()).hard(),
                loss.terms(labels.getRows(others), batch.logits().getRows(others))
                        .hard(),
                EXACT);
    }

    @Test
    void anEmptySetIsLearntFrom() {
        RandomBatch batch = RandomBatch.of(new Random(1), 2, 3);
        INDArray none = Nd4j.zeros(DataType.DOUBLE, 2, 3);

        INDArray gradient = loss(batch)
                .hardLabels()
                .computeGradient(none, Nd4j.zeros(DataType.DOUBLE, 2, 3).addi(3), IDENTITY, null);

        assertThat(gradient.minNumber().doubleValue()).isPositive();
    }
}
