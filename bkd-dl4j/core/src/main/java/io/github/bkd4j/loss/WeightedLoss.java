package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Base of the losses on hard labels that may weigh the classes: their mean is then {@code sum(w_y l) / sum(w_y)}. */
@EqualsAndHashCode(callSuper = false)
abstract class WeightedLoss extends HardLabelLoss {

    private static final long serialVersionUID = 1L;

    /** Class weights, {@code [classes]}, or null to count every class alike. */
    private final @Nullable List<Double> weights;

    WeightedLoss(@Nullable List<Double> weights) {
        this.weights = weights == null ? null : Ranges.weights(weights);
    }

    @Override
    protected int boundClasses() {
        return weights == null ? 0 : weights.size();
    }

    @Override
    protected final double weight(double[] labels) {
        return weights == null ? super.weight(labels) : weightOf(labels, weights);
    }

    @Override
    final INDArray weights(INDArray labels) {
        return weights == null
                ? super.weights(labels)
                : labels.mmul(Rows.of(weights).reshape(weights.size(), 1));
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
