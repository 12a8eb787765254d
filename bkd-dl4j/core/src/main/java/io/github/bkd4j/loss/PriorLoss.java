package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Base of the losses on label sets whose logits are shifted by how common the labels are. */
@EqualsAndHashCode(callSuper = false)
abstract sealed class PriorLoss extends LabelSetLoss permits BinaryLogitAdjustedLoss, DistributionBalancedLoss {

    private static final long serialVersionUID = 1L;

    /** How common the labels are. */
    private final LabelPriors priors;

    /** {@code strength log(n / (N - n))}, {@code [labels]}. */
    private final double[] shift;

    PriorLoss(List<Long> counts, long instances, double strength) {
        this.priors = new LabelPriors(counts, instances);
        this.shift = priors.logOdds(strength);
    }

    /** What is added to the logit of a label. */
    final double shift(int c) {
        return shift[c];
    }

    @Override
    protected final int boundClasses() {
        return shift.length;
    }

    /**
     * How common the labels are.
     *
     * @return training instances that have each, {@code [labels]}
     */
    @JsonProperty("counts")
    public final List<Long> counts() {
        return priors.counts();
    }

    /**
     * Number of training instances.
     *
     * @return N
     */
    @JsonProperty("instances")
    public final long instances() {
        return priors.instances();
    }
}
