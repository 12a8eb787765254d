package io.github.bkd4j.loss;

import io.github.bkd4j.io.Checks;
import java.util.List;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Balanced knowledge distillation of label sets, a binary problem per label: a term on the labels, and {@code alpha T^2
 * sum_c KL(Bern(p_c) || Bern(sigmoid(s_c / T)))} with {@code p_c = sigmoid((t_c + tau log(w+_c / w-_c)) / T)}. What
 * Zhang, Chen, Hu, Peng (Neurocomputing 527, 2023) do with the weights of classes, see {@link BkdLoss}, is done with
 * the weights w+ and w- of a label that is present and absent. Labels are packed, {@code [batch, 2 labels]} = 1
 * present, 0 absent, -1 unknown, beside the teacher's logits t. A plain mean over the instances. Immutable.
 *
 * <p>At tau 0 or without weights it is knowledge distillation (Hinton, Vinyals, Dean 2015) of each label. At tau = T
 * each label is moved to a prior of 1/2, which turns rare labels positive where they are absent; choose tau by
 * cross-validation.
 */
@EqualsAndHashCode(callSuper = true)
public final class BinaryBkdLoss extends BinaryDistillationLoss {

    private static final long serialVersionUID = 1L;

    /** How strongly the weights act. */
    private final double tempering;

    /** w+ / w-, {@code [labels]}, or null for 1. */
    private final @Nullable List<Double> ratios;

    /**
     * Knowledge distillation beside binary cross-entropy.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @throws IllegalArgumentException if a value is outside its range
     */
    public BinaryBkdLoss(double temperature, double alpha) {
        this(temperature, alpha, 0, null, new BinaryCrossEntropyLoss());
    }

    /**
     * Balanced distillation beside any term on the labels.
     *
     * @param temperature T, finite and greater than 0
     * @param alpha weight of the distillation term, finite and at least 0
     * @param tempering tau, finite and at least 0
     * @param ratios w+ / w- of each label, {@code [labels]}, each positive and finite; null for 1
     * @param hardLabels a loss on label sets
     * @throws IllegalArgumentException if a value is outside its range, or {@code hardLabels} is for another number of
     *     labels
     */
    @JsonCreator
    public BinaryBkdLoss(
            @JsonProperty("temperature") double temperature,
            @JsonProperty("alpha") double alpha,
            @JsonProperty("tempering") double tempering,
            @JsonProperty("ratios") @Nullable List<Double> ratios,
            @JsonProperty("hardLabels") HardLabelLoss hardLabels) {
        super(temperature, alpha, hardLabels);
        this.tempering = Checks.finiteAtLeastZero("tempering", tempering);
        this.ratios = ratios == null ? null : Ranges.weights(ratios);
        if (ratios != null) {
            Ranges.sameClasses("hard-label term", hardLabels.boundClasses(), "the ratios of weights", ratios.size());
        }
    }

    @Override
    protected int boundClasses() {
        return ratios == null ? super.boundClasses() : ratios.size();
    }

    @Override
    protected double distil(double[] logits, double[] labels, double[] teacher, double[] gradient) {
        soften(teacher);
        return add(logits, teacher, sharpness(teacher), 1, gradient);
    }

    /** Turns the teacher's logits into p, in place. */
    private void soften(double[] teacher) {
        for (int c = 0; c < teacher.length; c++) {
            double shift = ratios == null ? 0 : tempering * Math.log(ratios.get(c));
            teacher[c] = LabelTerm.sigmoid((teacher[c] + shift) / temperature());
        }
    }

    @Override
    public LogitLoss cached() {
        return new BinarySoftTargetLoss(temperature(), alpha(), hardLabels());
    }

    @Override
    public float[] beside(float[] teacher) {
        return Doubles.rounded(packed(Doubles.of(teacher)));
    }

    /** What the cached form wants, of the teacher's logits, [labels], which are overwritten. */
    double[] packed(double[] teacher) {
        soften(teacher);
        return BinarySoftTargetLoss.packed(teacher);
    }

    /**
     * How strongly the weights act.
     *
     * @return tau
     */
    @JsonProperty("tempering")
    public double tempering() {
        return tempering;
    }

    /**
     * The weight of each label where it is present over that where it is absent.
     *
     * @return {@code [labels]}, or null for 1
     */
    @JsonProperty("ratios")
    public @Nullable List<Double> ratios() {
        return ratios;
    }

    @Override
    public String name() {
        return "balanced knowledge distillation of label sets";
    }
}
