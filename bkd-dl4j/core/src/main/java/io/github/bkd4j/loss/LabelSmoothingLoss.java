package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy against smoothed labels (Szegedy et al., CVPR 2016, section 7): {@code (1 - eps) CE(s, y) + eps / C
 * sum_c -log softmax(s)_c}. Labels are {@code [batch, classes]}. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public final class LabelSmoothingLoss extends HardLabelLoss {

    private static final long serialVersionUID = 1L;

    /** Share of the label that goes to all classes alike. */
    private final double smoothing;

    /**
     * Smooths the labels.
     *
     * @param smoothing eps, at least 0 and less than 1
     * @throws IllegalArgumentException if outside its range
     */
    @JsonCreator
    public LabelSmoothingLoss(@JsonProperty("smoothing") double smoothing) {
        this.smoothing = Checks.share("label smoothing", smoothing);
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        double share = smoothing * weight(labels) / labels.length;
        double[] smoothed =
                Arrays.stream(labels).map(y -> (1 - smoothing) * y + share).toArray();
        return CrossEntropyTerm.add(logits, smoothed, 1, gradient);
    }

    @Override
    Optional<BatchForm> batchForm() {
        return Optional.of((s, y, teacher, weights) -> {
            INDArray share = y.sum(true, 1).muli(smoothing / y.size(1)); // [batch, 1]
            return BatchTerms.crossEntropy(s, y.mul(1 - smoothing).addi(share)).times(weights);
        });
    }

    /**
     * How much the labels are smoothed.
     *
     * @return eps
     */
    @JsonProperty("smoothing")
    public double smoothing() {
        return smoothing;
    }

    @Override
    public String name() {
        return "label-smoothing cross-entropy";
    }
}
