package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.List;
import java.util.Optional;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Logit-adjusted cross-entropy (Menon et al., ICLR 2021, equation 10): {@code CE(s + tau log prior, y)} with the
 * classes' shares of the training split as prior. At tau 1 it is Balanced Softmax (Ren et al., NeurIPS 2020). The plain
 * logits s are what to predict by. Labels are {@code [batch, classes]}. Immutable.
 */
@EqualsAndHashCode(callSuper = false)
public final class LogitAdjustedLoss extends HardLabelLoss {

    private static final long serialVersionUID = 1L;

    /** Training instances of each class, {@code [classes]}. */
    private final List<Long> counts;

    /** How strongly the prior acts. */
    private final double tau;

    /** tau log prior, {@code [classes]}. */
    @EqualsAndHashCode.Exclude
    private final double[] shift;

    /**
     * Adjusts by class size.
     *
     * @param counts training instances of each class, {@code [classes]}, each at least 1
     * @param tau how strongly the prior acts, finite and at least 0
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public LogitAdjustedLoss(@JsonProperty("counts") List<Long> counts, @JsonProperty("tau") double tau) {
        this.counts = Ranges.counts(counts);
        this.tau = Checks.finiteAtLeastZero("tau", tau);
        double total = counts.stream().mapToDouble(Long::doubleValue).sum();
        this.shift = counts.stream().mapToDouble(n -> tau * Math.log(n / total)).toArray();
    }

    @Override
    protected int boundClasses() {
        return counts.size();
    }

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        double[] adjusted = new double[logits.length];
        for (int c = 0; c < adjusted.length; c++) {
            adjusted[c] = logits[c] + shift[c];
        }
        return CrossEntropyTerm.add(adjusted, labels, 1, gradient);
    }

    @Override
    Optional<BatchForm> batchForm() {
        return Optional.of((s, y, teacher, weights) ->
                BatchTerms.crossEntropy(s.add(Rows.of(shift)), y).times(weights));
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
        return "logit-adjusted cross-entropy";
    }
}
