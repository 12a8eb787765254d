package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Class-balanced focal loss (Cui et al., CVPR 2019) in its sigmoid form, one binary problem a class: {@code w_y sum_c
 * (1 - p_c)^gamma (-log p_c)}, where {@code p_c = sigmoid(s_c)} for the true class and {@code sigmoid(-s_c)} for the
 * others; a plain mean. Its gradient does not sum to 0 over the classes. Labels are one-hot, {@code [batch, classes]}.
 * Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class ClassBalancedSigmoidFocalLoss extends FocusingLoss {

    private static final long serialVersionUID = 1L;

    /**
     * Weighs the classes.
     *
     * @param gamma finite and at least 0
     * @param weights {@code [classes]}, each positive and finite; the paper takes effective numbers
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public ClassBalancedSigmoidFocalLoss(
            @JsonProperty("gamma") double gamma, @JsonProperty("weights") List<Double> weights) {
        super(gamma, weights);
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        double weight = classWeight(labels);
        double sum = 0;
        for (int c = 0; c < logits.length; c++) {
            double sign = labels[c] > 0 ? 1 : -1;
            double v = LabelTerm.softplus(-sign * logits[c]); // -log p_c
            sum += focused(v);
            gradient[c] -= weight * sign * slope(v) * -Math.expm1(-v); // dv/ds = -sign (1 - p_c)
        }
        return weight * sum;
    }

    @Override
    public String name() {
        return "class-balanced sigmoid focal loss";
    }
}
