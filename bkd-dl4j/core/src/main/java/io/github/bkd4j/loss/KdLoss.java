package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Knowledge distillation (Hinton, Vinyals, Dean 2015): {@code CE(s, y) + alpha T^2 KL(softmax(t / T) || softmax(s /
 * T))}. Labels are packed, {@code [batch, 2 classes]} = one-hot labels beside the teacher's logits t. Class weights act
 * on the cross-entropy alone, as its weighted mean. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class KdLoss extends DistillationLoss {

    private static final long serialVersionUID = 1L;

    /**
     * Counts every class alike.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @throws IllegalArgumentException if a value is outside its range
     */
    public KdLoss(double temperature, double alpha) {
        this(temperature, alpha, null);
    }

    /**
     * Weighs the classes in the cross-entropy.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @param weights of the cross-entropy, {@code [classes]}, each positive and finite; null to count classes alike
     * @throws IllegalArgumentException if the weights are empty, or a value is outside its range
     */
    @JsonCreator
    public KdLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("weights") @Nullable List<Double> weights) {
        super(temperature, alpha, weights, SoftTargets.plain(temperature));
    }

    /**
     * The class weights of the cross-entropy.
     *
     * @return {@code [classes]}, or null if every class counts alike
     */
    @JsonProperty("weights")
    public @Nullable List<Double> weights() {
        return hardLabelWeights();
    }

    @Override
    public String name() {
        return "knowledge distillation";
    }
}
