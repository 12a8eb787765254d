package io.github.bkd4j.loss;

import io.github.bkd4j.kernel.LogSumExp;
import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Knowledge distillation (Hinton, Vinyals, Dean 2015): {@code CE(s, y) + alpha T^2 KL(softmax(t / T) || softmax(s /
 * T))}, or another term on the hard labels in place of the cross-entropy. Labels are packed, {@code [batch, 2 classes]}
 * = one-hot labels beside the teacher's logits t. Immutable.
 *
 * <p>T^2 keeps the scale of the distillation term's gradient, {@code alpha T (softmax(s / T) - softmax(t / T))}: as T
 * grows it tends to {@code alpha / C (s - t)}, where s and t are each taken from their mean over the C classes.
 */
@EqualsAndHashCode(callSuper = true)
public final class KdLoss extends DistillationLoss {

    private static final long serialVersionUID = 1L;

    /**
     * Beside plain cross-entropy.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @throws IllegalArgumentException if a value is outside its range
     */
    public KdLoss(double temperature, double alpha) {
        this(temperature, alpha, new CrossEntropyLoss());
    }

    /**
     * Beside another term on the hard labels.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @param hardLabels a loss without a teacher
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public KdLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("hardLabels") HardLabelLoss hardLabels) {
        super(temperature, alpha, hardLabels);
    }

    @Override
    void soften(double[] teacher) {
        LogSumExp.softmax(teacher, 1 / temperature(), teacher);
    }

    @Override
    INDArray softTargets(INDArray teacher) {
        return BatchTerms.softmax(teacher.div(temperature()));
    }

    @Override
    public String name() {
        return "knowledge distillation";
    }
}
