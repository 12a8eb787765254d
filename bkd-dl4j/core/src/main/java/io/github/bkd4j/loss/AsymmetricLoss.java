package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Asymmetric loss of label sets (Ridnik et al., ICCV 2021): with {@code p = sigmoid(s)}, a label that is present costs
 * {@code (1 - p)^gamma+ (-log p)}, and one that is absent {@code q^gamma- (-log(1 - q))} with {@code q = max(p -
 * margin, 0)}: what is absent and below the margin costs nothing. Summed over the labels, a plain mean over the
 * instances. Labels are {@code [batch, labels]}: 1 present, 0 absent, -1 unknown. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public final class AsymmetricLoss extends LabelSetLoss {

    private static final long serialVersionUID = 1L;

    /** Discounts easy labels that are present. */
    private final Focus present;

    /** Discounts easy labels that are absent. */
    private final Focus absent;

    /** Probability below which an absent label costs nothing. */
    private final double margin;

    /**
     * Sets the three parameters; the paper's are 0, 4 and 0.05.
     *
     * @param gammaPresent finite and at least 0
     * @param gammaAbsent finite and at least 0
     * @param margin at least 0 and less than 1
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public AsymmetricLoss(
            @JsonProperty("gammaPresent") double gammaPresent,
            @JsonProperty("gammaAbsent") double gammaAbsent,
            @JsonProperty("margin") double margin) {
        this.present = new Focus(gammaPresent);
        this.absent = new Focus(gammaAbsent);
        this.margin = Checks.share("margin", margin);
    }

    @Override
    LabelTerm term(int c, double logit, boolean isPresent) {
        return isPresent || margin == 0
                ? LabelTerm.focused(isPresent ? present : absent, logit, isPresent)
                : beyondMargin(logit);
    }

    private LabelTerm beyondMargin(double logit) {
        double p = LabelTerm.sigmoid(logit);
        double q = Math.max(p - margin, 0);
        double v = -Math.log1p(-q);
        double slope = q == 0 ? 0 : absent.slope(v) / (1 - q) * p * LabelTerm.sigmoid(-logit); // dv/dq dq/ds
        return new LabelTerm(absent.of(v), slope);
    }

    /**
     * How much easy labels that are present are discounted.
     *
     * @return gamma+
     */
    @JsonProperty("gammaPresent")
    public double gammaPresent() {
        return present.gamma();
    }

    /**
     * How much easy labels that are absent are discounted.
     *
     * @return gamma-
     */
    @JsonProperty("gammaAbsent")
    public double gammaAbsent() {
        return absent.gamma();
    }

    /**
     * Probability below which an absent label costs nothing.
     *
     * @return the margin
     */
    @JsonProperty("margin")
    public double margin() {
        return margin;
    }

    @Override
    public String name() {
        return "asymmetric loss";
    }
}
