package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Class-balanced focal loss (Cui et al., CVPR 2019) in its softmax form: {@code w_y (1 - p_y)^gamma (-log p_y)} with
 * {@code p = softmax(s)}, as a plain mean. Labels are one-hot, {@code [batch, classes]}. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class ClassBalancedFocalLoss extends FocusingLoss {

    private static final long serialVersionUID = 1L;

    /**
     * Weighs the classes.
     *
     * @param gamma finite and at least 0
     * @param weights {@code [classes]}, each positive and finite; the paper takes effective numbers
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public ClassBalancedFocalLoss(@JsonProperty("gamma") double gamma, @JsonProperty("weights") List<Double> weights) {
        super(gamma, weights);
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        double[] inner = new double[logits.length]; // of the cross-entropy
        double v = CrossEntropyTerm.add(logits, labels, 1, inner);
        double weight = classWeight(labels);
        double outer = weight * slope(v);
        for (int c = 0; c < inner.length; c++) {
            gradient[c] += outer * inner[c];
        }
        return weight * focused(v);
    }

    @Override
    public String name() {
        return "class-balanced focal loss";
    }
}
