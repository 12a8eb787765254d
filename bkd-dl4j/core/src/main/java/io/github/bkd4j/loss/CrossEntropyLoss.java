package io.github.bkd4j.loss;

import java.util.List;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Cross-entropy of logits, {@code CE(s, y) = -log softmax(s)_y}; with class weights their weighted mean, {@code sum(w_y
 * CE) / sum(w_y)}. Labels are {@code [batch, classes]}. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class CrossEntropyLoss extends WeightedLoss {

    private static final long serialVersionUID = 1L;

    /** Counts every class alike. */
    public CrossEntropyLoss() {
        this(null);
    }

    /**
     * Weighs the classes.
     *
     * @param weights {@code [classes]}, each positive and finite; null to count every class alike
     * @throws IllegalArgumentException if the weights are empty, or one is not positive and finite
     */
    @JsonCreator
    public CrossEntropyLoss(@JsonProperty("weights") @Nullable List<Double> weights) {
        super(weights);
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        return CrossEntropyTerm.add(logits, labels, 1, gradient);
    }

    @Override
    Optional<BatchForm> batchForm() {
        return Optional.of(
                (s, y, teacher, weights) -> BatchTerms.crossEntropy(s, y).times(weights));
    }

    @Override
    public String name() {
        return "cross-entropy";
    }
}
