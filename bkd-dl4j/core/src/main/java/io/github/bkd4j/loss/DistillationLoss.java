package io.github.bkd4j.loss;

import java.util.Arrays;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Base of the losses {@code hard-label term + alpha T^2 KL(q || softmax(s / T))}, which differ in their soft targets q.
 * Labels are packed, {@code [batch, 2 classes]} = one-hot labels beside what comes from the teacher. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public abstract sealed class DistillationLoss extends TeacherLoss permits BkdLoss, KdLoss, SoftTargetLoss {

    private static final long serialVersionUID = 1L;

    /** The term beside the hard labels'. */
    private final DistillationTerm distillation;

    DistillationLoss(double temperature, double alpha, HardLabelLoss hardLabels) {
        super(hardLabels);
        this.distillation = new DistillationTerm(temperature, alpha);
    }

    /** Turns what comes from the teacher into q, in place; its first [classes] entries. */
    abstract void soften(double[] teacher);

    /** {@link DistillationTerm#sharpness} of what has come from the teacher and is softened. */
    double sharpness(double[] teacher) {
        return DistillationTerm.sharpness(teacher);
    }

    @Override
    protected double distil(double[] logits, double[] labels, double[] teacher, double[] gradient) {
        soften(teacher);
        return distillation.add(logits, teacher, sharpness(teacher), gradient);
    }

    @Override
    public final LogitLoss cached() {
        return new SoftTargetLoss(temperature(), alpha(), hardLabels());
    }

    @Override
    public final float[] beside(float[] teacher) {
        return Doubles.rounded(packed(Doubles.of(teacher)));
    }

    /** q beside sum(q log q), [classes + 1], of the teacher's logits, [classes], which are overwritten. */
    final double[] packed(double[] teacher) {
        soften(teacher);
        double[] packed = Arrays.copyOf(teacher, teacher.length + 1);
        packed[teacher.length] = DistillationTerm.sharpness(teacher);
        return packed;
    }

    /** q of what comes from the teacher, in ND4J operations; [batch, classes] of [batch, columns]. */
    abstract INDArray softTargets(INDArray teacher);

    /** {@link DistillationTerm#sharpness} of what comes from the teacher or of q, in ND4J operations, [batch, 1]. */
    INDArray sharpness(INDArray teacher, INDArray q) {
        return BatchTerms.sharpness(q);
    }

    @Override
    final Optional<BatchForm> batchForm() {
        return hardLabels()
                .batchForm()
                .map(hard -> (s, y, teacher, weights) ->
                        hard.terms(s, y, teacher, weights).plus(distil(s, teacher)));
    }

    private BatchTerms distil(INDArray logits, INDArray teacher) {
        INDArray q = softTargets(teacher);
        return BatchTerms.distillation(logits, q, sharpness(teacher, q), distillation);
    }

    final DistillationTerm distillation() {
        return distillation;
    }

    /**
     * The temperature.
     *
     * @return T
     */
    @JsonProperty("temperature")
    public final double temperature() {
        return distillation.temperature();
    }

    /**
     * The weight of the distillation term.
     *
     * @return alpha
     */
    @JsonProperty("alpha")
    public final double alpha() {
        return distillation.alpha();
    }
}
