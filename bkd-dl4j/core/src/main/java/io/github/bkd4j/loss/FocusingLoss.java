package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Base of the focal losses: {@code f(v) = (1 - exp(-v))^gamma v} turns a cross-entropy v into a focal loss. */
@EqualsAndHashCode(callSuper = false)
abstract sealed class FocusingLoss extends HardLabelLoss
        permits FocalLoss, ClassBalancedFocalLoss, ClassBalancedSigmoidFocalLoss {

    private static final long serialVersionUID = 1L;

    /** How much easy instances are discounted. */
    private final double gamma;

    /** Class weights, {@code [classes]}, or null to count every class alike. */
    private final @Nullable List<Double> weights;

    FocusingLoss(double gamma, @Nullable List<Double> weights) {
        this.gamma = Checks.finiteAtLeastZero("gamma", gamma);
        this.weights = weights == null ? null : Ranges.weights(weights);
    }

    /** Focuses a cross-entropy: f(v). */
    final double focused(double v) {
        return v == 0 ? 0 : Math.pow(-Math.expm1(-v), gamma) * v;
    }

    /** The derivative f'(v); at 0 its limit. */
    final double slope(double v) {
        if (v == 0) {
            return gamma == 0 ? 1 : 0;
        }
        double miss = -Math.expm1(-v); // 1 - p
        return Math.pow(miss, gamma) * (1 + gamma * v * Math.exp(-v) / miss);
    }

    /** The weight of an instance's class. */
    final double classWeight(double[] labels) {
        return weights == null ? 1 : weightOf(labels, weights);
    }

    /** A plain mean over the batch, in which an instance without a label counts too. */
    @Override
    protected final double weight(double[] labels) {
        return 1;
    }

    @Override
    protected final int boundClasses() {
        return weights == null ? 0 : weights.size();
    }

    /**
     * How much easy instances are discounted.
     *
     * @return gamma
     */
    @JsonProperty("gamma")
    public final double gamma() {
        return gamma;
    }

    /**
     * The class weights.
     *
     * @return {@code [classes]}, or null if every class counts alike
     */
    @JsonProperty("weights")
    public final @Nullable List<Double> weights() {
        return weights;
    }
}
