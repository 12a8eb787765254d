package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Focal loss in its softmax form (Lin et al., ICCV 2017, equation 4): {@code (1 - p_y)^gamma (-log p_y)} with {@code p
 * = softmax(s)}. With class weights it is the form of the long-tailed literature's published code: {@code (1 -
 * exp(-v))^gamma v} with {@code v = w_y (-log p_y)}, as a plain mean; for weights outside the exponent see
 * {@link ClassBalancedFocalLoss}. Labels are one-hot, {@code [batch, classes]}. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class FocalLoss extends FocusingLoss {

    private static final long serialVersionUID = 1L;

    /**
     * Counts every class alike.
     *
     * @param gamma finite and at least 0; 0 is cross-entropy
     * @throws IllegalArgumentException if outside its range
     */
    public FocalLoss(double gamma) {
        this(gamma, null);
    }

    /**
     * Weighs the classes.
     *
     * @param gamma finite and at least 0
     * @param weights {@code [classes]}, each positive and finite; null to count every class alike
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public FocalLoss(@JsonProperty("gamma") double gamma, @JsonProperty("weights") @Nullable List<Double> weights) {
        super(gamma, weights);
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        double[] inner = new double[logits.length]; // of v
        double v = CrossEntropyTerm.add(logits, labels, classWeight(labels), inner);
        double outer = slope(v);
        for (int c = 0; c < inner.length; c++) {
            gradient[c] += outer * inner[c];
        }
        return focused(v);
    }

    @Override
    public String name() {
        return "focal loss";
    }
}
