package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Base of the focal losses: a {@link Focus} turns a cross-entropy into a focal loss. */
@EqualsAndHashCode(callSuper = false)
abstract sealed class FocusingLoss extends HardLabelLoss
        permits FocalLoss, ClassBalancedFocalLoss, ClassBalancedSigmoidFocalLoss {

    private static final long serialVersionUID = 1L;

    /** Discounts easy instances. */
    private final Focus focus;

    /** Class weights, {@code [classes]}, or null to count every class alike. */
    private final @Nullable List<Double> weights;

    FocusingLoss(double gamma, @Nullable List<Double> weights) {
        this.focus = new Focus(gamma);
        this.weights = weights == null ? null : Ranges.weights(weights);
    }

    /** Focuses a cross-entropy: f(v). */
    final double focused(double v) {
        return focus.of(v);
    }

    /** The derivative f'(v); at 0 its limit. */
    final double slope(double v) {
        return focus.slope(v);
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
        return focus.gamma();
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
