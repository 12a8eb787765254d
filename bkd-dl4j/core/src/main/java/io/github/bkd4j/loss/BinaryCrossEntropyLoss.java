package io.github.bkd4j.loss;

import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Binary cross-entropy of label sets: {@code sum_c u_c (-log p_c)}, where p_c is {@code sigmoid(s_c)} for a label that
 * is present and {@code sigmoid(-s_c)} for one that is absent, and u_c its weight in either case. A plain mean over the
 * instances. Labels are {@code [batch, labels]}: 1 present, 0 absent, -1 unknown. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public final class BinaryCrossEntropyLoss extends LabelSetLoss {

    private static final long serialVersionUID = 1L;
    private static final Focus NONE = new Focus(0);

    /** Weights of labels where they are present, {@code [labels]}, or null for 1. */
    private final @Nullable List<Double> present;

    /** Weights of labels where they are absent, {@code [labels]}, or null for 1. */
    private final @Nullable List<Double> absent;

    /** Counts everything alike. */
    public BinaryCrossEntropyLoss() {
        this(null, null);
    }

    /**
     * Weighs the labels.
     *
     * @param present where they are present, {@code [labels]}, each positive and finite; null to count all alike
     * @param absent where they are absent, {@code [labels]}, each positive and finite; null to count all alike
     * @throws IllegalArgumentException if weights are empty, one is not positive and finite, or their numbers differ
     */
    @JsonCreator
    public BinaryCrossEntropyLoss(
            @JsonProperty("present") @Nullable List<Double> present,
            @JsonProperty("absent") @Nullable List<Double> absent) {
        this.present = present == null ? null : Ranges.weights(present);
        this.absent = absent == null ? null : Ranges.weights(absent);
        if (present != null && absent != null) {
            Ranges.sameClasses("weights of absent labels", absent.size(), "those of present ones", present.size());
        }
    }

    @Override
    protected int boundClasses() {
        return present != null ? present.size() : absent != null ? absent.size() : 0;
    }

    @Override
    LabelTerm term(int c, double logit, boolean isPresent) {
        List<Double> weights = isPresent ? present : absent;
        LabelTerm term = LabelTerm.focused(NONE, logit, isPresent);
        return weights == null ? term : term.times(weights.get(c));
    }

    /**
     * The weights of labels where they are present.
     *
     * @return {@code [labels]}, or null for 1
     */
    @JsonProperty("present")
    public @Nullable List<Double> present() {
        return present;
    }

    /**
     * The weights of labels where they are absent.
     *
     * @return {@code [labels]}, or null for 1
     */
    @JsonProperty("absent")
    public @Nullable List<Double> absent() {
        return absent;
    }

    @Override
    public String name() {
        return "binary cross-entropy";
    }
}
