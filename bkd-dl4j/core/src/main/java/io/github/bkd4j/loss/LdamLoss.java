package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Label-distribution-aware margin loss (Cao et al., NeurIPS 2019): cross-entropy of {@code s (z - margin_y)}, the
 * margin taken from the true class alone, {@code margin_c = m n_c^(-1/4) / max n^(-1/4)}. The logits z must be cosines
 * in [-1, 1], from a cosine-normalised output layer: on unbounded logits the margins mean nothing. Where the layer
 * multiplies the cosines by s itself, as it must beside a distillation term, this loss takes scale 1 and margin s m.
 * With class weights it is the weighted mean. Labels are one-hot, {@code [batch, classes]}. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class LdamLoss extends WeightedLoss {

    /** What cosines are multiplied by in the code published with the paper. */
    public static final double SCALE = 30;

    private static final long serialVersionUID = 1L;

    /** Training instances of each class, {@code [classes]}. */
    private final List<Long> counts;

    /** Margin of the smallest class. */
    private final double maxMargin;

    /** What cosines are multiplied by. */
    private final double scale;

    /** What is taken from the cosine of the true class, {@code [classes]}. */
    @EqualsAndHashCode.Exclude
    private final double[] margins;

    /**
     * Sets margins by class size.
     *
     * @param counts training instances of each class, {@code [classes]}, each at least 1
     * @param maxMargin m, margin of the smallest class, finite and at least 0; 0.5 in the published code
     * @param scale s, finite and greater than 0; 30 in the published code
     * @param weights {@code [classes]}, each positive and finite; null to count every class alike
     * @throws IllegalArgumentException if a value is outside its range, or the weights are not as many as the counts
     */
    @JsonCreator
    public LdamLoss(
            @JsonProperty("counts") List<Long> counts,
            @JsonProperty("maxMargin") double maxMargin,
            @JsonProperty("scale") double scale,
            @JsonProperty("weights") @Nullable List<Double> weights) {
        super(weights);
        this.counts = Ranges.counts(counts);
        this.maxMargin = Checks.finiteAtLeastZero("margin", maxMargin);
        this.scale = Checks.finiteAndPositive("scale", scale);
        Ranges.sameClasses("class weights", super.boundClasses(), "the counts", counts.size());
        double smallest = Collections.min(counts);
        this.margins = counts.stream()
                .mapToDouble(n -> maxMargin * Math.pow(smallest / n, 0.25))
                .toArray();
    }

    @Override
    protected int boundClasses() {
        return counts.size();
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        double[] shifted = new double[logits.length];
        for (int c = 0; c < shifted.length; c++) {
            shifted[c] = scale * (logits[c] - labels[c] * margins[c]);
        }
        double[] inner = new double[logits.length];
        double loss = CrossEntropyTerm.add(shifted, labels, 1, inner);
        for (int c = 0; c < inner.length; c++) {
            gradient[c] += scale * inner[c];
        }
        return loss;
    }

    @Override
    Optional<BatchForm> batchForm() {
        return Optional.of((s, y, teacher, weights) -> {
            INDArray shifted = s.sub(y.mul(Rows.of(margins))).muli(scale); // [batch, classes]
            return BatchTerms.crossEntropy(shifted, y).times(weights).chained(scale);
        });
    }

    /**
     * How common the classes are.
     *
     * @return training instances, {@code [classes]}
     */
    @JsonProperty("counts")
    public List<Long> counts() {
        return counts;
    }

    /**
     * The largest margin.
     *
     * @return m
     */
    @JsonProperty("maxMargin")
    public double maxMargin() {
        return maxMargin;
    }

    /**
     * What cosines are multiplied by.
     *
     * @return s
     */
    @JsonProperty("scale")
    public double scale() {
        return scale;
    }

    @Override
    public String name() {
        return "LDAM loss";
    }
}
