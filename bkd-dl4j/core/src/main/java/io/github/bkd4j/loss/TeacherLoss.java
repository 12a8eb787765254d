package io.github.bkd4j.loss;

import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Base of the losses with a teacher: any hard-label term beside a distillation term. Labels are packed, {@code [batch,
 * 2 classes]} = one-hot labels beside what comes from the teacher. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public abstract non-sealed class TeacherLoss extends LogitLoss {

    private static final long serialVersionUID = 1L;

    private static final double[] NO_TEACHER = {};

    /** The term on the hard labels. */
    private final HardLabelLoss hardLabels;

    /**
     * Joins a hard-label term to what a subclass distils.
     *
     * @param hardLabels the term on the hard labels
     */
    protected TeacherLoss(HardLabelLoss hardLabels) {
        this.hardLabels = hardLabels;
    }

    /**
     * The distillation term of one instance.
     *
     * @param logits the pre-output, {@code [classes]}
     * @param labels one-hot labels, {@code [classes]}
     * @param teacher what comes from the teacher, {@code [classes]}; may be overwritten
     * @param gradient has the derivative of the term added to it, {@code [classes]}
     * @return the term
     */
    protected abstract double distil(double[] logits, double[] labels, double[] teacher, double[] gradient);

    @Override
    LossTerms instanceTerms(double[] logits, double[] labels, double[] teacher, double scale, double[] gradient) {
        double hard = hardLabels
                .instanceTerms(logits, labels, NO_TEACHER, scale, gradient)
                .hard();
        return new LossTerms(hard, distil(logits, labels, teacher, gradient));
    }

    @Override
    public final boolean needsTeacher() {
        return true;
    }

    @Override
    protected int boundClasses() {
        return hardLabels.boundClasses();
    }

    /**
     * The term on the hard labels.
     *
     * @return a loss without a teacher
     */
    @Override
    @JsonProperty("hardLabels")
    public final HardLabelLoss hardLabels() {
        return hardLabels;
    }
}
