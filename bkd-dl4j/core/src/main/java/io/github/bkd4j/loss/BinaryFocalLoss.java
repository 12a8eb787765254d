package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Focal loss of label sets (Lin et al., ICCV 2017), and with weights class-balanced focal loss (Cui et al., CVPR 2019;
 * for label sets Huang et al., EMNLP 2021): {@code sum_c w_c (1 - p_c)^gamma (-log p_c)}, where p_c is
 * {@code sigmoid(s_c)} for a label that is present and {@code sigmoid(-s_c)} for one that is absent. A plain mean over
 * the instances. The balance factor alpha of the paper is left out: 1/2, as Huang et al. have it, halves the loss.
 * Labels are {@code [batch, labels]}: 1 present, 0 absent, -1 unknown. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public final class BinaryFocalLoss extends LabelSetLoss {

    private static final long serialVersionUID = 1L;

    /** Discounts what is easy. */
    private final Focus focus;

    /** Weights, {@code [labels]}, or null to count every label alike. */
    private final @Nullable List<Double> weights;

    /**
     * Counts every label alike.
     *
     * @param gamma finite and at least 0
     * @throws IllegalArgumentException if gamma is outside its range
     */
    public BinaryFocalLoss(double gamma) {
        this(gamma, null);
    }

    /**
     * Weighs the labels, whether they are present or absent.
     *
     * @param gamma finite and at least 0
     * @param weights {@code [labels]}, each positive and finite; the paper takes effective numbers; null for none
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public BinaryFocalLoss(
            @JsonProperty("gamma") double gamma, @JsonProperty("weights") @Nullable List<Double> weights) {
        this.focus = new Focus(gamma);
        this.weights = weights == null ? null : Ranges.weights(weights);
    }

    @Override
    protected int boundClasses() {
        return weights == null ? 0 : weights.size();
    }

    @Override
    LabelTerm term(int c, double logit, boolean isPresent) {
        LabelTerm term = LabelTerm.focused(focus, logit, isPresent);
        return weights == null ? term : term.times(weights.get(c));
    }

    /**
     * How much easy labels are discounted.
     *
     * @return gamma
     */
    @JsonProperty("gamma")
    public double gamma() {
        return focus.gamma();
    }

    /**
     * The weights of the labels.
     *
     * @return {@code [labels]}, or null if every label counts alike
     */
    @JsonProperty("weights")
    public @Nullable List<Double> weights() {
        return weights;
    }

    @Override
    public String name() {
        return "binary focal loss";
    }
}
