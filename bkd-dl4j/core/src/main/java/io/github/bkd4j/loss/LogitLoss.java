package io.github.bkd4j.loss;

import io.github.bkd4j.backend.AnnotatedJson;
import io.github.bkd4j.backend.Backend;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Every loss on logits: a {@link HardLabelLoss}, or a {@link TeacherLoss} that sets a distillation term beside one. To
 * write a loss, extend one of these two. The output layer has identity activation, its pre-output is {@code [batch,
 * classes]}, and the labels are {@code [batch, classes]} or, with a teacher, packed {@code [batch, 2 classes]} =
 * one-hot labels beside what comes from the teacher.
 *
 * <p>DL4J sums a gradient over the batch and divides it by the batch's size itself, so {@link #computeGradient} returns
 * the undivided form; a weighted hard-label term, whose mean has the sum of weights as divisor, is scaled to make up
 * for it. An instance whose labels are all 0 has none; see {@link HardLabelLoss}. A mask is one number per instance,
 * {@code [batch, 1]}; an instance with mask 0 adds nothing, but as everywhere in DL4J the mean's divisor stays the
 * batch's size. Arithmetic is done in double: on the CPU in Java arrays; on a CUDA device in ND4J's operations for the
 * losses that have such a form, which are the cross-entropies, and (balanced) distillation beside these. Immutable.
 */
@AnnotatedJson
public abstract sealed class LogitLoss implements ILossFunction permits HardLabelLoss, TeacherLoss {

    private static final long serialVersionUID = 1L;

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

    /** The term on the hard labels: this loss itself, or a part of it. */
    abstract HardLabelLoss hardLabels();

    /**
     * The terms of one instance.
     *
     * @param logits the pre-output, [classes]
     * @param labels one-hot labels, [classes]
     * @param teacher what comes from the teacher, [teacherColumns]; may be overwritten
     * @param scale what turns the weighted sum over the batch of the hard-label terms into a sum of weighted means
     * @param gradient all zero; receives the derivative with respect to the logits, [classes]
     */
    abstract LossTerms instanceTerms(
            double[] logits, double[] labels, double[] teacher, double scale, double[] gradient);

    /** Number of columns that come from the teacher, beside as many one-hot labels as there are classes. */
    int teacherColumns(int classes) {
        return needsTeacher() ? classes : 0;
    }

    /**
     * The loss to train under when the teacher's logits do not change: what does not depend on the student is computed
     * once, by {@link #beside}. Equal to this loss in value and gradient, but for rounding.
     *
     * @return a loss on one-hot labels with {@link #beside} packed beside them; unless overridden this loss itself
     */
    public LogitLoss cached() {
        return this;
    }

    /**
     * What the {@link #cached} loss wants packed beside the one-hot labels of one instance.
     *
     * @param teacher the teacher's logits, {@code [classes]}; not changed
     * @return {@code [columns]}; unless overridden the logits themselves
     */
    public float[] beside(float[] teacher) {
        return teacher;
    }

    /** The loss in ND4J operations; empty if there is only the form for one instance. */
    Optional<BatchForm> batchForm() {
        return Optional.empty();
    }

    /**
     * The loss term by term.
     *
     * @param labels as for {@link #computeScore}
     * @param logits the pre-output, {@code [batch, classes]}
     * @return the mean over the batch
     */
    public final LossTerms terms(INDArray labels, INDArray logits) {
        return run(labels, logits, null).mean();
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

    /**
     * One batch through this loss: its terms, its scores and its gradient, computed once.
     *
     * @param labels as for {@link #computeScore}
     * @param preOutput the logits, {@code [batch, classes]}
     * @param activation must be the identity
     * @param mask {@code [batch, 1]}, or null
     * @return the batch
     * @throws IllegalArgumentException if the activation is another, or the arrays do not fit together
     */
    public final LossBatch batch(INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        if (!(activation instanceof ActivationIdentity)) {
            throw new IllegalArgumentException(
                    "output activation must be identity, for " + name() + " takes logits, but was " + activation);
        }
        return run(labels, preOutput, mask);
    }

    /**
     * By one of two kernels that agree: on a CUDA device in ND4J's operations, where the loss has that form; on the CPU
     * always in Java arrays, which were faster at every size measured, [64, 50] to [256, 4000]: see decision 3, and
     * {@code LossKernelBenchmark}.
     */
    private LossBatch run(INDArray labels, INDArray logits, @Nullable INDArray mask) {
        LossShapes.check(this, labels, logits, mask);
        return Backend.running() == Backend.CUDA && batchForm().isPresent()
                ? new Nd4jLossBatch(this, labels, logits, mask)
                : new JavaLossBatch(this, labels, logits, mask);
    }

    @Override
    public String toString() {
        return name();
    }
}
