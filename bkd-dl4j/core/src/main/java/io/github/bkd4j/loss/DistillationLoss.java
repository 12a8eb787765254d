package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Base of the losses {@code CE(s, y) + alpha T^2 KL(q || softmax(s / T))}, which differ in their soft targets q. Labels
 * are packed, {@code [batch, 2 classes]} = one-hot labels beside what comes from the teacher. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public abstract sealed class DistillationLoss extends LogitLoss permits BkdLoss, KdLoss, SoftTargetLoss {

    private static final long serialVersionUID = 1L;

    /** The term beside the cross-entropy. */
    private final DistillationTerm distillation;

    /** How what comes from the teacher becomes q. */
    @EqualsAndHashCode.Exclude
    private final SoftTargets softTargets;

    DistillationLoss(
            double temperature, double alpha, @Nullable List<Double> hardLabelWeights, SoftTargets softTargets) {
        super(hardLabelWeights);
        this.distillation = new DistillationTerm(temperature, alpha);
        this.softTargets = softTargets;
    }

    @Override
    public final boolean needsTeacher() {
        return true;
    }

    @Override
    protected final LossTerms instance(
            double[] logits, double[] labels, double[] teacher, double hardWeight, double[] gradient) {
        softTargets.replace(teacher);
        return new LossTerms(
                CrossEntropyTerm.add(logits, labels, hardWeight, gradient),
                distillation.add(logits, teacher, gradient));
    }

    final SoftTargets softTargets() {
        return softTargets;
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
