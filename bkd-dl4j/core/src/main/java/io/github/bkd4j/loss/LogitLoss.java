package io.github.bkd4j.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect.Visibility;

/**
 * Base of every loss on logits. The output layer has identity activation, its pre-output is {@code [batch, classes]},
 * and the labels are {@code [batch, classes]} or, where a teacher speaks, packed {@code [batch, 2 classes]} = one-hot
 * labels beside what comes from the teacher.
 *
 * <p>A loss is the mean over the batch of what {@link #instance} says. DL4J sums a gradient over the batch and divides
 * it by the batch's size itself, so {@link #computeGradient} returns the undivided form; a weighted hard-label term,
 * whose mean has the sum of weights as divisor, is scaled to make up for it. An instance whose labels are all 0 has
 * none: the hard-label term is the mean over those of the batch that have one. A mask is one number an instance,
 * {@code [batch, 1]}; an instance with mask 0 adds nothing, but as everywhere in DL4J the mean's divisor stays the
 * batch's size. Arithmetic is done in double: on the CPU in Java arrays; on a CUDA device in ND4J's operations for the
 * losses that have such a form, which are the cross-entropies, and (balanced) distillation beside these. Immutable.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.NONE,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public abstract class LogitLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    /** The weight of an instance: that of its class, 0 without a label. */
    static double weightOf(double[] labels, List<Double> weights) {
        double weight = 0;
        for (int c = 0; c < labels.length; c++) {
            weight += labels[c] == 0 ? 0 : labels[c] * weights.get(c);
        }
        return weight;
    }

    /**
     * Whether the labels are packed.
     *
     * @return true if the labels are {@code [batch, 2 classes]}: one-hot labels beside what comes from the teacher
     */
    public abstract boolean needsTeacher();

    /**
     * Number of classes that this loss is bound to.
     *
     * @return at least 1, or 0 if it takes any number
     */
    protected int boundClasses() {
        return 0;
    }

    /**
     * How much an instance counts in the mean of the hard-label term: that mean has the sum of these as its divisor.
     *
     * @param labels one-hot labels, {@code [classes]}
     * @return at least 0; unless overridden the sum of the labels, 1 where there is one
     */
    protected double weight(double[] labels) {
        return sum(labels);
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * The loss of one instance.
     *
     * @param logits the pre-output, {@code [classes]}
     * @param labels one-hot labels, {@code [classes]}
     * @param teacher what comes from the teacher, {@code [classes]}; empty unless {@link #needsTeacher()}
     * @param scale what the hard-label term is multiplied by so that its weighted mean comes out; 1 without weights
     * @param gradient all zero; receives the derivative with respect to the logits, {@code [classes]}
     * @return the terms
     */
    protected abstract LossTerms instance(
            double[] logits, double[] labels, double[] teacher, double scale, double[] gradient);

    /** Number of columns that come from the teacher, beside as many one-hot labels as there are classes. */
    int teacherColumns(int classes) {
        return needsTeacher() ? classes : 0;
    }

    /** What comes from the teacher, [classes], as the labels hold it, [teacherColumns]. */
    double[] packed(double[] teacher) {
        return teacher;
    }

    /** The loss in ND4J operations; empty if there is only {@link #instance}. */
    Optional<BatchForm> batchForm() {
        return Optional.empty();
    }

    /** {@link #weight} of each instance in ND4J operations: [batch, 1] of labels [batch, classes]. */
    INDArray weights(INDArray labels) {
        return labels.sum(true, 1);
    }

    /**
     * The loss term by term.
     *
     * @param labels as for {@link #computeScore}
     * @param logits the pre-output, {@code [batch, classes]}
     * @return the mean over the batch
     */
    public final LossTerms terms(INDArray labels, INDArray logits) {
        return LossBatch.of(this, labels, logits, null).mean();
    }

    @Override
    public final double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        double[] scores = batch(labels, preOutput, activation, mask).scores();
        return Arrays.stream(scores).sum() / (average ? scores.length : 1);
    }

    @Override
    public final INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        double[] scores = batch(labels, preOutput, activation, mask).scores();
        return Nd4j.createFromArray(scores).reshape(scores.length, 1).castTo(preOutput.dataType());
    }

    @Override
    public final INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return batch(labels, preOutput, activation, mask).gradient();
    }

    @Override
    public final Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        LossBatch batch = batch(labels, preOutput, activation, mask);
        double sum = Arrays.stream(batch.scores()).sum();
        return Pair.of(average ? sum / batch.size() : sum, batch.gradient());
    }

    final LossBatch batch(INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        if (!(activation instanceof ActivationIdentity)) {
            throw new IllegalArgumentException(
                    "output activation must be identity, for " + name() + " takes logits, but was " + activation);
        }
        return LossBatch.of(this, labels, preOutput, mask);
    }

    @Override
    public String toString() {
        return name();
    }
}
