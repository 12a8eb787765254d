package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Logit-adjusted binary cross-entropy of label sets: that of {@code s_c + tau log(n_c / (N - n_c))}, label by label
 * what Menon et al. (ICLR 2021, equation 10) have for classes; n_c of N training instances have the label. The plain
 * logits s are what to predict by: at tau 1 they are those of a label that half of the instances have. A label that no
 * instance has, or every one, is not adjusted. Labels are {@code [batch, labels]}: 1 present, 0 absent, -1 unknown.
 * Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class BinaryLogitAdjustedLoss extends PriorLoss {

    private static final long serialVersionUID = 1L;
    private static final Focus NONE = new Focus(0);

    /** How strongly the prior acts. */
    private final double tau;

    /**
     * Adjusts by how common the labels are.
     *
     * @param counts training instances that have each label, {@code [labels]}, each at least 0 and at most N
     * @param instances N, at least 1
     * @param tau how strongly the prior acts, finite and at least 0
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public BinaryLogitAdjustedLoss(
            @JsonProperty("counts") List<Long> counts,
            @JsonProperty("instances") long instances,
            @JsonProperty("tau") double tau) {
        super(counts, instances, tau);
        this.tau = Checks.finiteAtLeastZero("tau", tau);
    }

    @Override
    LabelTerm term(int c, double logit, boolean isPresent) {
        return LabelTerm.focused(NONE, logit + shift(c), isPresent);
    }

    /**
     * How strongly the prior acts.
     *
     * @return tau
     */
    @JsonProperty("tau")
    public double tau() {
        return tau;
    }

    @Override
    public String name() {
        return "logit-adjusted binary cross-entropy";
    }
}
