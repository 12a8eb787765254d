package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import lombok.EqualsAndHashCode;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Decoupled knowledge distillation (Zhao et al., CVPR 2022, equation 7): a hard-label term beside {@code T^2 (alpha
 * TCKD + beta NCKD)}. TCKD is the divergence between teacher and student over the true class against all others; NCKD
 * that among the others, as if the true class were not there, so at least 3 classes are needed. {@link KdLoss} is the
 * same with beta = alpha (1 - b), where b is the teacher's softened probability of the true class (equation 6). Labels
 * are packed, {@code [batch, 2 classes]} = one-hot labels beside the teacher's logits. Immutable.
 */
@EqualsAndHashCode(callSuper = true)
public final class DkdLoss extends TeacherLoss {

    private static final long serialVersionUID = 1L;

    /** T. */
    private final double temperature;

    /** Weight of the true class against all others. */
    private final double alpha;

    /** Weight of the divergence among the others. */
    private final double beta;

    /**
     * Beside a term on the hard labels.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the true class against all others, finite and at least 0
     * @param beta weight of the divergence among the others, finite and at least 0
     * @param hardLabels a loss without a teacher
     * @throws IllegalArgumentException if a value is outside its range
     */
    @JsonCreator
    public DkdLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("beta") double beta,
            @JsonProperty("hardLabels") HardLabelLoss hardLabels) {
        super(hardLabels);
        this.temperature = Temperature.of(temperature).value();
        this.alpha = Checks.finiteAtLeastZero("alpha", alpha);
        this.beta = Checks.finiteAtLeastZero("beta", beta);
    }

    @Override
    protected double distil(double[] logits, double[] labels, double[] teacher, double[] gradient) {
        requireThreeClasses(logits.length);
        int truth = trueClass(labels);
        if (truth < 0) {
            return 0; // no label, no true class to set apart
        }
        Decoupled s = new Decoupled(logits, truth, temperature);
        Decoupled t = new Decoupled(teacher, truth, temperature);
        double target = 0;
        double others = 0;
        for (int c = 0; c < logits.length; c++) {
            if (c == truth) {
                target += t.truth() * (t.logTruth - s.logTruth);
                gradient[c] += temperature * alpha * (s.truth() - t.truth());
            } else {
                double own = t.among(c);
                others += own == 0 ? 0 : own * (t.logAmong[c] - s.logAmong[c]);
                gradient[c] += temperature * (alpha * (t.truth() - s.truth()) * s.among(c) + beta * (s.among(c) - own));
            }
        }
        target += t.rest() == 0 ? 0 : t.rest() * (t.logRest - s.logRest);
        return temperature * temperature * (alpha * target + beta * others);
    }

    /**
     * Refuses a problem without at least two classes beside the true one.
     *
     * @param classes how many there are
     * @throws IllegalArgumentException if fewer than 3
     */
    public static void requireThreeClasses(int classes) {
        if (classes < 3) {
            throw new IllegalArgumentException(
                    "decoupled knowledge distillation must have at least 3 classes but had " + classes);
        }
    }

    private static int trueClass(double[] labels) {
        for (int c = 0; c < labels.length; c++) {
            if (labels[c] > 0) {
                return c;
            }
        }
        return -1;
    }

    /** Softened log-probabilities: the true class, all others together, and each other among the others. */
    private static final class Decoupled {

        private final double logTruth;
        private final double logRest;
        private final double[] logAmong; // [classes]; the true class has no entry of meaning

        Decoupled(double[] logits, int truth, double temperature) {
            double[] logP = new double[logits.length];
            LogSumExp.logSoftmax(logits, 1 / temperature, logP);
            logTruth = logP[truth];
            double[] others = logits.clone();
            others[truth] = Double.NEGATIVE_INFINITY;
            logAmong = new double[logits.length];
            LogSumExp.logSoftmax(others, 1 / temperature, logAmong);
            int any = truth == 0 ? 1 : 0;
            logRest = logP[any] - logAmong[any];
        }

        double truth() {
            return Math.exp(logTruth);
        }

        double rest() {
            return Math.exp(logRest);
        }

        double among(int c) {
            return Math.exp(logAmong[c]);
        }
    }

    /**
     * The temperature.
     *
     * @return T
     */
    @JsonProperty("temperature")
    public double temperature() {
        return temperature;
    }

    /**
     * The weight of the true class against all others.
     *
     * @return alpha
     */
    @JsonProperty("alpha")
    public double alpha() {
        return alpha;
    }

    /**
     * The weight of the divergence among the others.
     *
     * @return beta
     */
    @JsonProperty("beta")
    public double beta() {
        return beta;
    }

    @Override
    public String name() {
        return "decoupled knowledge distillation";
    }
}
