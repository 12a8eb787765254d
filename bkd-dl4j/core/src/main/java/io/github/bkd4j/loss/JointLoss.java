package io.github.bkd4j.loss;

import io.github.bkd4j.backend.AnnotatedJson;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A loss with a teacher, for a graph in which teacher and student run side by side: the pre-output is {@code [batch, 2
 * classes]} = the student's logits beside the teacher's, the labels are one-hot, {@code [batch, classes]}. The gradient
 * of the teacher's half is zero. Equal to the loss on packed labels. Immutable.
 */
@EqualsAndHashCode
@AnnotatedJson
public final class JointLoss implements ILossFunction {

    private static final long serialVersionUID = 1L;

    /** The loss on packed labels. */
    private final ILossFunction packed;

    /** From a teacher's row to what is packed beside the labels. */
    @EqualsAndHashCode.Exclude
    private final transient @Nullable UnaryOperator<float[]> beside;

    /**
     * Wraps a loss on packed labels.
     *
     * @param packed takes the student's logits, and labels {@code [batch, 2 classes]} = one-hot beside the teacher's
     *     logits
     */
    @JsonCreator
    public JointLoss(@JsonProperty("packed") ILossFunction packed) {
        this.packed = packed;
        this.beside = null;
    }

    /**
     * Wraps a loss that wants something else of the teacher than its logits; not for a saved network.
     *
     * @param packed takes the student's logits, and labels = one-hot beside what is made of the teacher's logits
     * @param beside makes that of a row of logits, {@code [classes]}
     */
    public JointLoss(ILossFunction packed, UnaryOperator<float[]> beside) {
        this.packed = packed;
        this.beside = beside;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        return packed.computeScore(packed(labels, preOutput), student(preOutput), activation, mask, average);
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return packed.computeScoreArray(packed(labels, preOutput), student(preOutput), activation, mask);
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        INDArray gradient = packed.computeGradient(packed(labels, preOutput), student(preOutput), activation, mask);
        return Nd4j.hstack(gradient, gradient.like());
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        return Pair.of(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    private static INDArray student(INDArray preOutput) {
        return preOutput.get(NDArrayIndex.all(), NDArrayIndex.interval(0, preOutput.size(1) / 2));
    }

    private INDArray packed(INDArray labels, INDArray preOutput) {
        long classes = preOutput.size(1) / 2;
        INDArray teacher = preOutput.get(NDArrayIndex.all(), NDArrayIndex.interval(classes, 2 * classes));
        return Nd4j.hstack(labels, beside == null ? teacher : besideLabels(beside, teacher));
    }

    private static INDArray besideLabels(UnaryOperator<float[]> beside, INDArray teacher) {
        float[][] rows = teacher.toFloatMatrix(); // [batch, classes]
        Arrays.setAll(rows, i -> beside.apply(rows[i]));
        return Nd4j.createFromArray(rows).castTo(teacher.dataType());
    }

    /**
     * The loss on packed labels.
     *
     * @return what this one wraps
     */
    @JsonProperty("packed")
    public ILossFunction packed() {
        return packed;
    }

    @Override
    public String name() {
        return packed.name() + ", teacher and student in one graph";
    }

    @Override
    public String toString() {
        return name();
    }
}
