package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Distribution-balanced loss of label sets (Wu et al., ECCV 2020), focal as Huang et al. (EMNLP 2021) have it for text.
 *
 * <ul>
 *   <li>Negative-tolerant regularisation: a label's logit is {@code z_c = s_c - kappa log(N / n_c - 1)} if it is
 *       present, and lambda times that if it is absent, where the loss is divided by lambda.
 *   <li>Re-balanced weights: {@code r_c = 0.1 + sigmoid(10 (rho_c - mu))}, where {@code rho_c = (1 / n_c) / sum(1 /
 *       n_i)} over the labels i of the instance is how much less often it would be drawn for the label c alone than it
 *       is for any of its labels. For an empty set rho is infinite, and r is 1.1.
 *   <li>The loss is {@code sum_c r_c (1 - p_c)^gamma (-log p_c)}, p_c the probability by that logit of what is true; a
 *       plain mean over the instances.
 * </ul>
 *
 * <p>A label that no instance has is weighed as one that one has; it has no bias, and neither has a label of every
 * instance. Labels are {@code [batch, labels]}: 1 present, 0 absent, -1 unknown. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class DistributionBalancedLoss extends PriorLoss {

    private static final long serialVersionUID = 1L;

    private static final double LEAST = 0.1; // the paper's alpha
    private static final double STEEPNESS = 10; // the paper's beta

    /** Discounts what is easy. */
    private final Focus focus;

    /** Where the weights are half-way between their extremes. */
    private final double mu;

    /** Strength of the bias. */
    private final double kappa;

    /** What the logits of absent labels are multiplied by. */
    private final double lambda;

    /**
     * The settings of Huang et al. for Reuters-21578: gamma 2, mu 0.9, kappa 0.05, lambda 2.
     *
     * @param counts training instances that have each label, {@code [labels]}, each at least 0 and at most N
     * @param instances N, at least 1
     * @throws IllegalArgumentException if a value is outside its range
     */
    public DistributionBalancedLoss(List<Long> counts, long instances) {
        this(counts, instances, 2, 0.9, 0.05, 2);
    }

    /**
     * Other settings.
     *
     * @param counts training instances that have each label, {@code [labels]}, each at least 0 and at most N
     * @param instances N, at least 1
     * @param gamma how much easy labels are discounted, finite and at least 0; 0 is the loss of Wu et al.
     * @param mu where the weights are half-way between their extremes, finite and at least 0
     * @param kappa strength of the bias, finite and at least 0
     * @param lambda what the logits of absent labels are multiplied by, finite and greater than 0
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public DistributionBalancedLoss(
            @JsonProperty("counts") List<Long> counts,
            @JsonProperty("instances") long instances,
            @JsonProperty("gamma") double gamma,
            @JsonProperty("mu") double mu,
            @JsonProperty("kappa") double kappa,
            @JsonProperty("lambda") double lambda) {
        super(counts, instances, kappa);
        this.focus = new Focus(gamma);
        this.mu = Checks.finiteAtLeastZero("mu", mu);
        this.kappa = Checks.finiteAtLeastZero("kappa", kappa);
        this.lambda = Checks.finiteAndPositive("lambda", lambda);
    }

    @Override
    LabelTerm term(int c, double logit, boolean isPresent) {
        double z = logit + shift(c);
        LabelTerm term = LabelTerm.focused(focus, isPresent ? z : lambda * z, isPresent);
        return isPresent ? term : new LabelTerm(term.loss() / lambda, term.slope()); // the slope times lambda / lambda
    }

    @Override
    double[] factors(double[] labels) {
        double drawn = 0;
        for (int c = 0; c < labels.length; c++) {
            drawn += labels[c] > 0 ? rarity(c) : 0;
        }
        double[] factors = new double[labels.length];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = LEAST + LabelTerm.sigmoid(STEEPNESS * (rarity(c) / drawn - mu));
        }
        return factors;
    }

    private double rarity(int c) {
        return 1.0 / Math.max(1, counts().get(c));
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
     * Where the weights are half-way between their extremes.
     *
     * @return mu
     */
    @JsonProperty("mu")
    public double mu() {
        return mu;
    }

    /**
     * Strength of the bias.
     *
     * @return kappa
     */
    @JsonProperty("kappa")
    public double kappa() {
        return kappa;
    }

    /**
     * What the logits of absent labels are multiplied by.
     *
     * @return lambda
     */
    @JsonProperty("lambda")
    public double lambda() {
        return lambda;
    }

    @Override
    public String name() {
        return "distribution-balanced loss";
    }
}
