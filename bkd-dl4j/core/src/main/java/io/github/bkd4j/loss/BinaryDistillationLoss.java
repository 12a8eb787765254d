package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Base of the distillation of label sets: {@code hard-label term + alpha T^2 sum_c KL(Bern(p_c) || Bern(sigmoid(s_c /
 * T)))}, which differ in where the soft targets p come from. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
abstract sealed class BinaryDistillationLoss extends TeacherLoss permits BinaryBkdLoss, BinarySoftTargetLoss {

    private static final long serialVersionUID = 1L;

    /** T. */
    private final double temperature;

    /** Weight of the distillation term. */
    private final double alpha;

    BinaryDistillationLoss(double temperature, double alpha, HardLabelLoss hardLabels) {
        super(hardLabels);
        this.temperature = new Temperature(temperature).value();
        this.alpha = Checks.finiteAtLeastZero("alpha", alpha);
    }

    /**
     * The distillation term of one instance.
     *
     * @param logits s, [labels]
     * @param targets p, its first [labels] entries
     * @param sharpness sum of {@code p log p + (1 - p) log(1 - p)}
     * @param mass 1, or 0 where the teacher is silent
     * @param gradient is added to, [labels]
     */
    final double add(double[] logits, double[] targets, double sharpness, double mass, double[] gradient) {
        double agreement = 0; // sum of p log q + (1 - p) log(1 - q)
        for (int c = 0; c < logits.length; c++) {
            double z = logits[c] / temperature;
            agreement += targets[c] * z - LabelTerm.softplus(z);
            gradient[c] += mass * alpha * temperature * (LabelTerm.sigmoid(z) - targets[c]);
        }
        return mass * alpha * temperature * temperature * (sharpness - agreement);
    }

    /** The part of the divergence that does not depend on the student. */
    static double sharpness(double[] targets) {
        double sum = 0;
        for (double p : targets) {
            sum += (p > 0 ? p * Math.log(p) : 0) + (p < 1 ? (1 - p) * Math.log1p(-p) : 0);
        }
        return sum;
    }

    /**
     * The temperature.
     *
     * @return T
     */
    @JsonProperty("temperature")
    public final double temperature() {
        return temperature;
    }

    /**
     * The weight of the distillation term.
     *
     * @return alpha
     */
    @JsonProperty("alpha")
    public final double alpha() {
        return alpha;
    }
}
