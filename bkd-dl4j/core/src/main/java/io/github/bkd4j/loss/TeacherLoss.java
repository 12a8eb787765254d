package io.github.bkd4j.loss;

import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Base of the losses with a teacher: any hard-label term beside a distillation term. Labels are packed, {@code [batch,
 * 2 classes]} = one-hot labels beside what comes from the teacher. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public abstract class TeacherLoss extends LogitLoss {

    private static final long serialVersionUID = 1L;

    private static final double[] NO_TEACHER = {};

    /** The term on the hard labels. */
    private final LogitLoss hardLabels;

    /**
     * Joins a hard-label term to what a subclass distils.
     *
     * @param hardLabels the term on the hard labels, a loss without a teacher
     * @throws IllegalArgumentException if {@code hardLabels} needs a teacher itself
     */
    protected TeacherLoss(LogitLoss hardLabels) {
        if (hardLabels.needsTeacher()) {
            throw new IllegalArgumentException(
                    "hard-label term must be a loss without a teacher but was " + hardLabels.name());
        }
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
    protected LossTerms instance(double[] logits, double[] labels, double[] teacher, double scale, double[] gradient) {
        double hard =
                hardLabels.instance(logits, labels, NO_TEACHER, scale, gradient).hard();
        return new LossTerms(hard, distil(logits, labels, teacher, gradient));
    }

    @Override
    public final boolean needsTeacher() {
        return true;
    }

    @Override
    protected double weight(double[] labels) {
        return hardLabels.weight(labels);
    }

    @Override
    final INDArray weights(INDArray labels) {
        return hardLabels.weights(labels);
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
    @JsonProperty("hardLabels")
    public final LogitLoss hardLabels() {
        return hardLabels;
    }
}
